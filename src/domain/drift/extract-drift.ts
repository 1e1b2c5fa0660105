import { minimumHistoryDays, type ExtractTable } from '../table/extract-table'
import { featureDrift, type FeatureDrift, type FeatureReference } from './feature-drift'
import type { FeatureSample } from './feature-sample'

/** How far an extract stands from what a model learned from. */
export interface ExtractDrift {
  /** The farthest first; see `featureDrift`. */
  readonly features: readonly FeatureDrift[]
  /** Rows that were looked at, of how many that could be. */
  readonly rows: number
  readonly rowsThatCount: number
  readonly history: HistoryLengths
}

export interface HistoryLengths {
  /** Series of days: store-items, where one is not broken by a long gap. */
  readonly series: number
  /** Of these, seen for too few days for any row to alert. */
  readonly tooShort: number
  /** Days of the middle series; 0 without any. */
  readonly medianDays: number
}

/**
 * The shortest history that taught the model, in days: the least that its training rows had. 1 where
 * the model does not know its length.
 */
export function leastHistoryLearned(reference: FeatureReference): number {
  return Math.max(1, Math.round(reference['history_days']?.deciles[0] ?? 1))
}

/** Sums up a sample that holds all blocks of the extract. */
export function extractDrift(table: ExtractTable, sample: FeatureSample, reference: FeatureReference): ExtractDrift {
  return { features: featureDrift(sample, reference), rows: sample.rows, rowsThatCount: sample.rowsThatCount, history: historyLengths(table) }
}

function historyLengths({ seriesCount, seriesStart }: ExtractTable): HistoryLengths {
  const days = Int32Array.from({ length: seriesCount }, (_, series) => seriesStart[series + 1]! - seriesStart[series]!).sort()
  return { series: seriesCount, tooShort: days.filter((length) => length < minimumHistoryDays).length, medianDays: days[(seriesCount - 1) >> 1] ?? 0 }
}
