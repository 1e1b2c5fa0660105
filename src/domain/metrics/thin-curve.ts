import type { ThresholdCurve } from './threshold-curve'

/** One threshold of a curve as it is drawn. All three are exact values of the curve. */
export interface CurvePoint {
  readonly threshold: number
  readonly precision: number
  readonly recall: number
}

/**
 * At most `maxPoints` (>= 4) points of the precision-recall curve, in rising recall. The range of
 * recall is cut into equal bins; of each bin the first, last, lowest and highest precision stay,
 * so that no spike and no end is lost and every point drawn is a point of the curve. Empty
 * without a phantom row.
 */
export function thinCurve(curve: ThresholdCurve, maxPoints: number): readonly CurvePoint[] {
  const steps = curve.scores.length
  if (curve.positives === 0 || steps === 0) return []
  if (steps <= maxPoints) return Array.from({ length: steps }, (_, step) => pointAt(curve, step))

  const bins = Math.floor(maxPoints / 4)
  const points: CurvePoint[] = []
  let from = 0
  for (let bin = 0; bin < bins && from < steps; bin++) {
    const recallEnd = ((bin + 1) / bins) * curve.positives
    let lowest = from
    let highest = from
    let to = from
    // The last bin takes the rest: after the last phantom row recall stays at 1.
    while (to < steps && (bin === bins - 1 || curve.truePositives[to]! <= recallEnd)) {
      if (precisionAt(curve, to) < precisionAt(curve, lowest)) lowest = to
      if (precisionAt(curve, to) > precisionAt(curve, highest)) highest = to
      to++
    }
    if (to === from) continue
    const kept = [...new Set([from, lowest, highest, to - 1])].sort((a, b) => a - b)
    for (const step of kept) points.push(pointAt(curve, step))
    from = to
  }
  return points
}

function precisionAt(curve: ThresholdCurve, step: number): number {
  return curve.truePositives[step]! / (curve.truePositives[step]! + curve.falsePositives[step]!)
}

function pointAt(curve: ThresholdCurve, step: number): CurvePoint {
  return { threshold: curve.scores[step]!, precision: precisionAt(curve, step), recall: curve.truePositives[step]! / curve.positives }
}
