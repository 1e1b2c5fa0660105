/** Rows on which a model is tried with other evidence, and their scores. */
import { computeFeatureBlock } from '../domain/features/compute-block'
import { featureCount } from '../domain/features/catalog'
import type { FeatureContext } from '../domain/features/context'
import { gatherFields, type FieldColumns } from '../domain/pipelines/gather-fields'
import { combineRow, type CombinedFormula } from '../domain/scoring/combined-score'
import type { BlockScoring } from './block-scorer'
import { daysWeighed } from './explain-row'
import { breathe, heed, unlessAborted } from './jobs'
import { fieldsOf, type ScoringModel } from './model-bytes'

/** Rows with the days before them that their models read. */
export interface TriedRows {
  /** Row-major, all catalog features: the days of the first row up to itself, then those of the next. */
  readonly values: Float32Array
  /** Length rows + 1: where the days of each row start, counted in days. */
  readonly start: Int32Array
  /** The row itself among the days. */
  readonly last: Int32Array
  /** Columns of the extract that pipelines among the models read, one value a row; none where there is no pipeline. */
  readonly columns: FieldColumns
}

/** What rows are tried with. */
export type TriedValues = Pick<TriedRows, 'values' | 'columns'>

/** The models that a score is made from, and how. */
export interface TriedModel {
  readonly models: readonly ScoringModel[]
  /** Null where the one model's own score is asked for. */
  readonly combined: CombinedFormula | null
}

/** Days before a row that a model must be shown: its own alone, or as many as explanations weigh. */
export function daysRead({ models }: TriedModel): number {
  return models.some(({ reads }) => reads === 'series') ? daysWeighed : 1
}

/** Rows that take about as long to try as any: a row with its days costs as much as all of them. */
export function rowsWorthTrying(model: TriedModel): number {
  return daysRead(model) > 1 ? 60 : 300
}

/**
 * The features of rows, each with up to `days` days that end with it, and what pipelines read of them.
 *
 * @param rows of the table, ascending
 */
export function gatherTried(context: FeatureContext, rows: Int32Array, days: number, models: readonly ScoringModel[]): TriedRows {
  const { seriesStart, seriesCount } = context.table
  const start = new Int32Array(rows.length + 1)
  const seriesOf = new Int32Array(rows.length)
  for (let i = 0, series = 0; i < rows.length; i++) {
    while (series + 1 < seriesCount && seriesStart[series + 1]! <= rows[i]!) series++
    seriesOf[i] = series
    start[i + 1] = start[i]! + Math.min(days, rows[i]! - seriesStart[series]! + 1)
  }
  const values = new Float32Array(start[rows.length]! * featureCount)
  let block: Float32Array = new Float32Array(0)
  for (let i = 0, computed = -1; i < rows.length; i++) {
    const series = seriesOf[i]!
    if (series !== computed) block = computeFeatureBlock(context, series, series + 1).values
    computed = series
    const end = rows[i]! - seriesStart[series]! + 1
    values.set(block.subarray((end - (start[i + 1]! - start[i]!)) * featureCount, end * featureCount), start[i]! * featureCount)
  }
  return { values, start, last: start.slice(1).map((end) => end - 1), columns: gatherFields(context.table, 0, rows, fieldsOf(models) ?? []) }
}

/** One probability a row, NaN where a pipeline gives none. `changed` is a copy of what `tried` holds, with something else in it; its features travel to the scorer and are gone afterwards. */
export async function scoreTried(scorer: Pick<BlockScoring, 'score'>, { models, combined }: TriedModel, tried: TriedRows, { values, columns: fields }: TriedValues): Promise<Float32Array> {
  const ids = models.map(({ id }) => id)
  const scores = await scorer.score({ values, models: ids, seriesStart: tried.start, rows: tried.last, columns: fields, withSeries: daysRead({ models, combined }) > 1 })
  const columns = models.map(({ id, reads }) => {
    const given = scores[id] ?? new Float32Array(0)
    return Float32Array.from(tried.last, (day, row) => given[reads === 'rows' ? row : day] ?? NaN)
  })
  const [single = new Float32Array(tried.last.length).fill(NaN)] = columns
  if (!combined) return single
  const parts = combined.models.map((id) => columns[models.findIndex((model) => model.id === id)] ?? single)
  return Float32Array.from(tried.last, (_, row) => combineRow(combined, parts, row))
}

/** Does `work` for 0 up to `count`, one at a time on each scorer, and says after each what share is done. Rejects once `signal` is given. */
export async function eachTrial(
  scorers: readonly BlockScoring[],
  count: number,
  signal: AbortSignal,
  onDone: (done: number) => void,
  work: (scorer: BlockScoring, at: number) => Promise<void>,
): Promise<void> {
  let next = 0
  let done = 0
  const lane = async (scorer: BlockScoring) => {
    while (next < count) {
      const at = next++
      await breathe()
      heed(signal)
      await unlessAborted(signal, work(scorer, at))
      onDone(++done)
    }
  }
  await Promise.all(scorers.map(lane))
}
