import type { ThresholdCurve } from './threshold-curve'

/** Rows by what the alert said and what was true. Four whole numbers >= 0. */
export interface ConfusionCounts {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

/**
 * How many steps of the curve have a score >= threshold: the alerts are its first `stepsAt`
 * steps. 0 where no score reaches the threshold. Bisection, O(log steps).
 *
 * Scores are float32, so the threshold is rounded to float32 first: a threshold of .7 takes in the
 * row that scored exactly that. The alert table and the predictions cut in the same way.
 */
export function stepsAt(curve: ThresholdCurve, threshold: number): number {
  const cut = Math.fround(threshold)
  let low = 0
  let high = curve.scores.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (curve.scores[middle]! >= cut) low = middle + 1
    else high = middle
  }
  return low
}

/** The counts when the alerts are the first `steps` steps of the curve (0: no alert). */
export function countsAfter(curve: ThresholdCurve, steps: number): ConfusionCounts {
  const tp = steps === 0 ? 0 : curve.truePositives[steps - 1]!
  const fp = steps === 0 ? 0 : curve.falsePositives[steps - 1]!
  return { tp, fp, fn: curve.positives - tp, tn: curve.negatives - fp }
}

/** The counts when every row with score >= threshold is an alert. */
export function countsAt(curve: ThresholdCurve, threshold: number): ConfusionCounts {
  return countsAfter(curve, stepsAt(curve, threshold))
}
