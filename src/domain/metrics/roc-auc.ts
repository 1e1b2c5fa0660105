import type { ThresholdCurve } from './threshold-curve'

/**
 * Area under the ROC curve: the chance that a phantom row scores above one that is not, a tie
 * counting half (the Mann-Whitney statistic over its maximum). 0 to 1; NaN where a class is empty.
 */
export function rocAuc(curve: ThresholdCurve): number {
  let area = 0
  let tpBefore = 0
  let fpBefore = 0
  for (let step = 0; step < curve.scores.length; step++) {
    const tp = curve.truePositives[step]!
    const fp = curve.falsePositives[step]!
    area += (fp - fpBefore) * (tp + tpBefore) * 0.5
    tpBefore = tp
    fpBefore = fp
  }
  return area / (curve.positives * curve.negatives)
}
