import type { ThresholdCurve } from './threshold-curve'
import { solutionAt, type ThresholdSolution } from './threshold-solution'

/**
 * The threshold with most recall among all that have precision >= floor, exactly, over every
 * distinct score. Where none reaches the floor: the one whose precision is nearest (most recall
 * among equals), with `reached` false. Among thresholds of equal recall the highest precision wins.
 * The threshold is the roundest number that gives the same alerts. Null without a phantom row:
 * then recall means nothing.
 */
export function highestRecallAtPrecision(curve: ThresholdCurve, floor: number): ThresholdSolution | null {
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
  return solutionAt(curve, best >= 0 ? best : nearest, best >= 0)
}
