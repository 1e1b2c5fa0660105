/** What is asked of the open extract without labels: how far it stands from what a model learned from, and what to expect of a threshold. */
import { candidateItems } from '../domain/drift/candidate-items'
import { expectedAtThreshold, type ExpectedAtThreshold } from '../domain/drift/expected-at-threshold'
import { extractDrift, leastHistoryLearned, type ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureReference } from '../domain/drift/feature-drift'
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
}

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
  expected({ model, threshold, segments, calibrationShare }: ExpectedQuestion): ExpectedAtThreshold {
    const { context, scores } = this.#opened()
    const given = scores.get(model) ?? new Float32Array(context.table.rowCount).fill(NaN)
    const judged = segments ? judgedScores(given, tableCuts({ table: context.table, unitsPerDay: context.demand.rate }, segments)) : given
    return expectedAtThreshold(candidateItems(context.table, given, judged), calibrationShare, threshold, randomNumbers(seed))
  }
}
