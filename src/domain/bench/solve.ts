import { highestPrecisionAtRecall } from '../metrics/highest-precision-at-recall'
import { highestRecallAtPrecision } from '../metrics/highest-recall-at-precision'
import { mostAlertsWithin } from '../metrics/most-alerts-within'
import type { ThresholdSolution } from '../metrics/threshold-solution'
import type { SegmentThresholds } from '../segments/segment-thresholds'
import { withinEveryStoreDay } from './busiest-store-day'
import { highestRecallAtBound } from './highest-recall-at-bound'
import { judgedRows } from './judged-rows'
import type { MeasuredRows } from './measured-rows'
import type { Payoff } from './payoff'
import { mostProfit } from './profit'
import { rankedModel } from './ranked-model'
import { storeDays } from './store-days'

/** What a threshold is asked for. */
export type ThresholdGoal =
  /** Most recall with precision >= `floor` (0 to 1): of the estimate, or of its one-sided lower 95 % bound. */
  | { readonly kind: 'precision'; readonly floor: number; readonly heldOn: 'estimate' | 'bound' }
  /**
   * Most alerts with at most `checks` per store and day: on the mean over all store-days, which is what
   * a week's work is planned by, or on each single one, which is what a morning can hold.
   */
  | { readonly kind: 'workload'; readonly checks: number; readonly on: 'mean' | 'each' }
  /** Most precision with recall >= `floor` (0 to 1). */
  | { readonly kind: 'recall'; readonly floor: number }
  /** Most profit, which is lowest cost. */
  | { readonly kind: 'payoff'; readonly payoff: Payoff }

export interface SolveQuestion {
  readonly model: string
  readonly goal: ThresholdGoal
  /** Thresholds by segment that stand while the common one is solved for: the goal is that of all rows together. */
  readonly segments?: SegmentThresholds | null
}

/**
 * Study `solve`: the threshold of one model that a goal asks for, over every distinct score; where no
 * threshold gives it, the nearest with `reached` false. Null where the rows cannot tell: not scored, or
 * no phantom row among them for a goal that speaks of phantom rows.
 */
export function solve(given: MeasuredRows, { model, goal, segments }: SolveQuestion): ThresholdSolution | null {
  const rows = judgedRows(given, model, segments)
  const ranked = rankedModel(rows, model)
  // Without a step the thresholds by segment leave nothing that the common one could move.
  if (!ranked || ranked.curve.scores.length === 0) return null
  switch (goal.kind) {
    case 'precision':
      return goal.heldOn === 'bound' ? highestRecallAtBound(ranked, goal.floor) : highestRecallAtPrecision(ranked.curve, goal.floor)
    case 'workload':
      return goal.on === 'each'
        ? withinEveryStoreDay(rows, model, Math.floor(goal.checks))
        : mostAlertsWithin(ranked.curve, goal.checks * storeDays(rows).count)
    case 'recall':
      return highestPrecisionAtRecall(ranked.curve, goal.floor)
    case 'payoff':
      return mostProfit(rows, model, goal.payoff)
  }
}
