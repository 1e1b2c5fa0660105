import { countsAfter, type ConfusionCounts } from './counts-at'
import { roundThreshold } from './round-threshold'
import type { ThresholdCurve } from './threshold-curve'

/** A threshold that was asked for and what it gives. Where `reached` is false no threshold gives what was asked, and this is the nearest. */
export interface ThresholdSolution {
  readonly reached: boolean
  /** The roundest number that gives the same alerts. */
  readonly threshold: number
  readonly counts: ConfusionCounts
}

/** The solution whose lowest alert stands at `step` of the curve. */
export function solutionAt(curve: ThresholdCurve, step: number, reached: boolean): ThresholdSolution {
  return { reached, threshold: roundThreshold(curve, step), counts: countsAfter(curve, step + 1) }
}
