import type { ThresholdCurve } from './threshold-curve'

/**
 * Area under the precision-recall steps: sum over falling thresholds of (gain in recall) x
 * precision, without interpolation between them (the definition that scikit-learn's
 * average_precision_score follows). 0 to 1; NaN without a phantom row.
 */
export function averagePrecision(curve: ThresholdCurve): number {
  let sum = 0
  let before = 0
  for (let step = 0; step < curve.scores.length; step++) {
    const tp = curve.truePositives[step]!
    if (tp > before) sum += (tp - before) * (tp / (tp + curve.falsePositives[step]!))
    before = tp
  }
  return sum / curve.positives
}
