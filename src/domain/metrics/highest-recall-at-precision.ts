import { countsAfter, type ConfusionCounts } from './counts-at'
import { roundThreshold } from './round-threshold'
import type { ThresholdCurve } from './threshold-curve'

/** A threshold and what it gives. `reached` is false where no threshold has the asked precision. */
export interface FloorSolution {
  readonly reached: boolean
  readonly threshold: number
  readonly counts: ConfusionCounts
}

/**
 * The threshold with most recall among all that have precision >= floor, exactly, over every
 * distinct score. Where none reaches the floor: the one whose precision is nearest (most recall
 * among equals), with `reached` false. Among thresholds of equal recall the highest precision wins.
 * The threshold is the roundest number that gives the same alerts. Null without a phantom row:
 * then recall means nothing.
 */
export function highestRecallAtPrecision(curve: ThresholdCurve, floor: number): FloorSolution | null {
  if (curve.positives === 0) return null
  let best = -1
  let nearest = -1
  let nearestPrecision = -1
  for (let step = 0; step < curve.scores.length; step++) {
    const tp = curve.truePositives[step]!
    const value = tp / (tp + curve.falsePositives[step]!)
    // Recall never falls along the steps, so a later step is at least as good; at equal recall it is only wider.
    if (value >= floor && (best < 0 || tp > curve.truePositives[best]!)) best = step
    if (value > nearestPrecision || (value === nearestPrecision && tp > curve.truePositives[nearest]!)) {
      nearest = step
      nearestPrecision = value
    }
  }
  const step = best >= 0 ? best : nearest
  return { reached: best >= 0, threshold: roundThreshold(curve, step), counts: countsAfter(curve, step + 1) }
}
