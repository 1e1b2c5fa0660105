/** How far the open extract stands from what a model learned from: its features computed once more, block by block. */
import { extractDrift, leastHistoryLearned, type ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureReference } from '../domain/drift/feature-drift'
import { FeatureSample } from '../domain/drift/feature-sample'
import { computeFeatureBlock } from '../domain/features/compute-block'
import type { FeatureContext } from '../domain/features/context'
import { cutSeriesBlocks } from '../domain/scoring/series-blocks'
import { breathe, heed } from './jobs'

/** As in scoring: some milliseconds of features, so that questions are answered in between. */
const rowsPerBlock = 8192

/** Rejects once `signal` is given. */
export async function driftOf(context: FeatureContext, reference: FeatureReference, signal: AbortSignal): Promise<ExtractDrift> {
  const { table } = context
  const sample = new FeatureSample(table, leastHistoryLearned(reference))
  for (const { fromSeries, toSeries } of cutSeriesBlocks(table.seriesStart, rowsPerBlock)) {
    await breathe()
    heed(signal)
    sample.add(computeFeatureBlock(context, fromSeries, toSeries))
  }
  return extractDrift(table, sample, reference)
}
