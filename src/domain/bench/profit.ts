import { countsAfter, type ConfusionCounts } from '../metrics/counts-at'
import { drawnSteps } from '../metrics/drawn-steps'
import { solutionAt, type ThresholdSolution } from '../metrics/threshold-solution'
import type { SegmentThresholds } from '../segments/segment-thresholds'
import { judgedRows } from './judged-rows'
import type { MeasuredRows } from './measured-rows'
import { profitSteps, type Payoff, type ProfitSteps } from './payoff'
import { rankedModel, type RankedModel } from './ranked-model'
import { storeDays } from './store-days'

export interface ProfitPoint {
  readonly threshold: number
  readonly counts: ConfusionCounts
  /** What the phantom rows found are worth together, before the share that is recovered. */
  readonly worthFound: number
  /** Share recovered x `worthFound` - cost of a check x alerts + cost of a miss x phantom rows found. Over all measured rows, less what checking nothing would give: 0 is "not worth it", below 0 a loss. */
  readonly profit: number
}

export interface ProfitCurve {
  /** By falling threshold; at most some 400, the best among them. */
  readonly points: readonly ProfitPoint[]
  readonly best: BestPayoff
  /** Divide `profit` by `rows` / 1000 for the profit of 1,000 shelves looked at, or by `storeDays` for one store and day. */
  readonly rows: number
  readonly storeDays: number
  /** See `ProfitSteps`. */
  readonly worthKnown: number
}

/** The threshold with most profit; `reached` is false where checking nothing would be better than any. */
export type BestPayoff = ThresholdSolution & Pick<ProfitPoint, 'worthFound' | 'profit'>

export interface ProfitQuestion {
  readonly model: string
  readonly payoff: Payoff
  /** Thresholds by segment that stand whatever the common one is; null or left out: none. */
  readonly segments?: SegmentThresholds | null
}

/** Study `profit`: what each threshold of one model is worth by a payoff table. Null where nothing can be said: no scored row, no phantom row, no worth known. */
export function profit(given: MeasuredRows, { model, payoff, segments }: ProfitQuestion): ProfitCurve | null {
  const rows = judgedRows(given, model, segments)
  const found = profitOf(rows, model, payoff)
  if (!found) return null
  const { ranked, steps } = found
  const { curve } = ranked
  const at = bestStep(steps)
  const drawn = [...new Set([...drawnSteps(curve, 400), at])].sort((a, b) => a - b)
  return {
    points: drawn.map((step) => ({
      threshold: curve.scores[step]!,
      counts: countsAfter(curve, step + 1),
      worthFound: steps.worthFound[step]!,
      profit: steps.profit[step]! - steps.withoutAlerts,
    })),
    best: best(ranked, steps, at),
    rows: curve.positives + curve.negatives,
    storeDays: storeDays(rows).count,
    worthKnown: steps.worthKnown,
  }
}

/** The threshold with most profit, exactly, over every distinct score; the one with fewest alerts among equals. Null as `profit`. */
export function mostProfit(rows: MeasuredRows, model: string, payoff: Payoff): BestPayoff | null {
  const found = profitOf(rows, model, payoff)
  return found && best(found.ranked, found.steps, bestStep(found.steps))
}

function profitOf(rows: MeasuredRows, model: string, payoff: Payoff): { readonly ranked: RankedModel; readonly steps: ProfitSteps } | null {
  const ranked = rankedModel(rows, model)
  const scores = rows.scores.get(model)
  if (!ranked || !scores || ranked.curve.positives === 0 || ranked.curve.scores.length === 0) return null
  const steps = profitSteps(ranked.curve, rows, scores, payoff)
  return steps.worthKnown > 0 ? { ranked, steps } : null
}

function bestStep({ profit }: ProfitSteps): number {
  let at = 0
  for (let step = 1; step < profit.length; step++) if (profit[step]! > profit[at]!) at = step
  return at
}

function best({ curve }: RankedModel, { profit, worthFound, withoutAlerts }: ProfitSteps, step: number): BestPayoff {
  const gained = profit[step]! - withoutAlerts
  return { ...solutionAt(curve, step, gained > 0), worthFound: worthFound[step]!, profit: gained }
}
