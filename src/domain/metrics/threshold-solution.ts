import { countsAfter, countsAt, type ConfusionCounts } from './counts-at'
import { roundThreshold } from './round-threshold'
import type { ThresholdCurve } from './threshold-curve'

/** A threshold that was asked for and what it gives. Where `reached` is false no threshold gives what was asked, and this is the nearest. */
export interface ThresholdSolution {
  readonly reached: boolean
  /** The roundest number that gives the same alerts. */
  readonly threshold: number
  readonly counts: ConfusionCounts
}

/**
 * The solution whose lowest alert stands at `step` of the curve. A step at Infinity is of rows that are alerts at any
 * threshold: the highest one that can be set, 1, leaves all others out but those that score 1.
 */
export function solutionAt(curve: ThresholdCurve, step: number, reached: boolean): ThresholdSolution {
  if (curve.scores[step] === Infinity) return { reached, threshold: 1, counts: countsAt(curve, 1) }
  return { reached, threshold: roundThreshold(curve, step), counts: countsAfter(curve, step + 1) }
}
