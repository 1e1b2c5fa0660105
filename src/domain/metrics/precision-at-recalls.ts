import type { ThresholdCurve } from './threshold-curve'

/** The first threshold, from the top, that finds at least `recallAsked` of the phantom rows. */
export interface RecallPoint {
  readonly recallAsked: number
  readonly threshold: number
  readonly precision: number
  /** The exact recall at the threshold, >= recallAsked. */
  readonly recall: number
}

/**
 * The precision-recall curve at even steps of recall, 0 to 1, so that the curves of several models
 * share their points and can be read off side by side. At 0 stands the first threshold that finds
 * anything. Every point is a point of the exact curve. Empty without a phantom row.
 * One bisection a point: O(steps x log scores).
 */
export function precisionAtRecalls(curve: ThresholdCurve, steps: number): readonly RecallPoint[] {
  if (curve.positives === 0) return []
  return Array.from({ length: steps + 1 }, (_, at) => {
    const wanted = Math.max(1, Math.ceil((at * curve.positives) / steps))
    const step = firstStepWith(curve, wanted)
    const tp = curve.truePositives[step]!
    return {
      recallAsked: at / steps,
      threshold: curve.scores[step]!,
      precision: tp / (tp + curve.falsePositives[step]!),
      recall: tp / curve.positives,
    }
  })
}

/** The first step with at least `wanted` true positives, 1 <= wanted <= positives. */
function firstStepWith(curve: ThresholdCurve, wanted: number): number {
  let low = 0
  let high = curve.truePositives.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (curve.truePositives[middle]! >= wanted) high = middle
    else low = middle + 1
  }
  return low
}
