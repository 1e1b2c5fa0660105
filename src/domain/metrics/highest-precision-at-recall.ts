import type { ThresholdCurve } from './threshold-curve'
import { solutionAt, type ThresholdSolution } from './threshold-solution'

/**
 * The threshold with most precision among all that have recall >= floor, exactly, over every
 * distinct score; more recall among equals. Null without a phantom row: then recall means nothing.
 *
 * @param floor 0 to 1; always reached where the lowest score finds all. Where rows lie beyond it (`reachableCurve`), the
 *   most recall that there is stands for it, with `reached` false
 */
export function highestPrecisionAtRecall(curve: ThresholdCurve, floor: number): ThresholdSolution | null {
  if (curve.positives === 0) return null
  let best = -1
  let bestPrecision = -1
  for (let step = 0; step < curve.scores.length; step++) {
    const tp = curve.truePositives[step]!
    if (tp / curve.positives < floor) continue
    const value = tp / (tp + curve.falsePositives[step]!)
    if (value > bestPrecision || (value === bestPrecision && tp > curve.truePositives[best]!)) {
      best = step
      bestPrecision = value
    }
  }
  return best >= 0 ? solutionAt(curve, best, true) : solutionAt(curve, curve.scores.length - 1, false)
}
