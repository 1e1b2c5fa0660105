/** What is asked of the open extract without labels: how far it stands from what a model learned from, and what to expect of a threshold. */
import { worthOf, type Payoff } from '../domain/bench/payoff'
import { candidateItems } from '../domain/drift/candidate-items'
import { expectedAtThreshold, type ExpectedAtThreshold } from '../domain/drift/expected-at-threshold'
import { extractDrift, leastHistoryLearned, type ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureReference } from '../domain/drift/feature-drift'
import { solveEstimated, type EstimatedGoal } from '../domain/drift/solve-estimated'
import { FeatureSample } from '../domain/drift/feature-sample'
import { computeFeatureBlock } from '../domain/features/compute-block'
import type { FeatureContext } from '../domain/features/context'
import { randomNumbers } from '../domain/metrics/random-numbers'
import { judgedScores } from '../domain/segments/judged-scores'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import { tableCuts } from '../domain/segments/table-cuts'
import { cutSeriesBlocks } from '../domain/scoring/series-blocks'
import { breathe, heed } from './jobs'

export interface ExpectedQuestion {
  readonly model: string
  readonly threshold: number
  /** Thresholds of their own that segments have; null or left out: none. */
  readonly segments?: SegmentThresholds | null
  /** Share of phantom rows where the model was calibrated, above 0 and below 1. */
  readonly calibrationShare: number
  /** Asks about the threshold that gives this, in place of `threshold`. */
  readonly goal?: ExpectedGoal
}

/** The goals that can be solved for by what is expected; see `ThresholdGoal` for those by what is measured. */
export type ExpectedGoal = Exclude<EstimatedGoal, { kind: 'payoff' }> | { readonly kind: 'payoff'; readonly payoff: Payoff }

interface Open {
  readonly context: FeatureContext
  readonly scores: ReadonlyMap<string, Float32Array>
}

/** As in scoring: some milliseconds of features, so that questions are answered in between. */
const rowsPerBlock = 8192
/** The same store-items are drawn whenever it is asked, so that no interval flickers as the threshold moves. */
const seed = 20_021

export class Unlabelled {
  readonly #opened: () => Open

  /** @param opened throws where nothing is open */
  constructor(opened: () => Open) {
    this.#opened = opened
  }

  /** Computes the features once more, block by block. Rejects once `signal` is given. */
  async drift(reference: FeatureReference, signal: AbortSignal): Promise<ExtractDrift> {
    const { context } = this.#opened()
    const { table } = context
    const sample = new FeatureSample(table, leastHistoryLearned(reference))
    for (const { fromSeries, toSeries } of cutSeriesBlocks(table.seriesStart, rowsPerBlock)) {
      await breathe()
      heed(signal)
      sample.add(computeFeatureBlock(context, fromSeries, toSeries))
    }
    return extractDrift(table, sample, reference)
  }

  /** From the scores as they stand; a model that has scored nothing has no rows. */
  expected({ model, threshold, segments, calibrationShare, goal }: ExpectedQuestion): ExpectedAtThreshold {
    const { context, scores } = this.#opened()
    const given = scores.get(model) ?? new Float32Array(context.table.rowCount).fill(NaN)
    const judged = segments ? judgedScores(given, tableCuts({ table: context.table, unitsPerDay: context.demand.rate }, segments)) : given
    const items = candidateItems(context.table, given, judged)
    if (!goal) return expectedAtThreshold(items, calibrationShare, threshold, randomNumbers(seed))
    const solved = solveEstimated(items, calibrationShare, goal.kind === 'payoff' ? { kind: 'payoff', ...goal.payoff, worth: worths(context, goal.payoff) } : goal)
    return { ...expectedAtThreshold(items, calibrationShare, solved?.threshold ?? threshold, randomNumbers(seed)), solved }
  }
}

/** What a find on each candidate would be worth, in their order. */
function worths({ table, demand }: FeatureContext, { worth }: Payoff): Float32Array {
  const price = table.optional.price
  const all = Float32Array.from(demand.rate, (rate, row) => worthOf(worth, rate, price && price[row]! > 0 ? price[row]! : NaN))
  return candidateItems(table, all).scores
}
