import type { ThresholdCurve } from './threshold-curve'
import { solutionAt, type ThresholdSolution } from './threshold-solution'

/**
 * The lowest threshold that alerts on at most `alerts` rows: what finds most with so many checks.
 * Rows of one score alert together, so that fewer may be used than are allowed. Where even the
 * highest score has more rows: that one, with `reached` false. Null without a row.
 */
export function mostAlertsWithin(curve: ThresholdCurve, alerts: number): ThresholdSolution | null {
  if (curve.scores.length === 0) return null
  let steps = 0
  let high = curve.scores.length
  while (steps < high) {
    const middle = (steps + high) >>> 1
    if (curve.truePositives[middle]! + curve.falsePositives[middle]! <= alerts) steps = middle + 1
    else high = middle
  }
  return solutionAt(curve, Math.max(0, steps - 1), steps > 0)
}
