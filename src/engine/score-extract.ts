/**
 * The passes of scoring. First the models that read rows, on each store-item's latest row alone, so
 * that today's list stands early; then everything else, the models that read whole series among it.
 * Features are computed again in each pass: for a million rows that costs .7 seconds, and keeping
 * them would cost 500 MB. A third pass would give the latest day of the models that read series two
 * seconds sooner and everything half a second later.
 */
import { featureCount } from '../domain/features/catalog'
import { computeFeatureBlock } from '../domain/features/compute-block'
import type { FeatureContext } from '../domain/features/context'
import { gatherFields, type FieldColumns } from '../domain/pipelines/gather-fields'
import { combineRow, type CombinedFormula } from '../domain/scoring/combined-score'
import { latestRows } from '../domain/scoring/latest-rows'
import { cutSeriesBlocks, type SeriesRange } from '../domain/scoring/series-blocks'
import { isScored, type ExtractTable } from '../domain/table/extract-table'
import type { BlockScores, BlockScoring } from './block-scorer'
import type { Progress } from './engine'
import { breathe, heed, unlessAborted } from './jobs'
import { fieldsOf, type ScoringModel } from './model-bytes'

export type { ScoringModel } from './model-bytes'

export interface ScoringWork {
  readonly table: ExtractTable
  readonly context: FeatureContext
  readonly models: readonly ScoringModel[]
  /** The score that is computed from theirs as soon as a row has them all; null: none. */
  readonly combined: CombinedFormula | null
  readonly scorers: readonly Pick<BlockScoring, 'score'>[]
  /** By model id, per row; NaN at the start, filled as blocks come back. */
  readonly scores: ReadonlyMap<string, Float32Array>
  /** `latest`: the last pass is left out, and with it all days before the latest. */
  readonly rows: 'latest' | 'all'
}

interface Pass {
  readonly models: readonly ScoringModel[]
  /** What models reading rows score. */
  readonly rows: 'latest' | 'earlier' | 'none'
  /** Whether models reading whole series score all rows of a block beside them. */
  readonly withSeries: boolean
  /** Rows that have all their scores when a block is through. */
  readonly completes: 'none' | 'latest' | 'earlier' | 'both'
  /** Its part of all passes' time, measured on the reference job; it only moves the progress bar. */
  readonly weight: number
}

/** Rows a block: some 7 ms of features, so that questions are answered in between, and 4 MB under way. */
const rowsPerBlock = 8192
/** For the page to ask for its list and to draw it before every core is busy again. */
const drawingMs = 150
/** Blocks under way per scorer: one being scored and one waiting, so that it never idles. */
const blocksPerScorer = 2

/** Runs blocks one after another on one scorer. Their values lie in its `room`, which travels with them and comes back: a million rows of new memory in each pass would be 1.5 GB to zero and to collect. */
interface Lane {
  readonly scorer: Pick<BlockScoring, 'score'>
  room: ArrayBuffer
}

/**
 * Scores every row whose record claims stock. Rejects with `EngineStopped` once `signal` is given.
 *
 * @param onLatest is told the ids of the models that have scored the latest row of every store-item: as soon as those that read rows have, and, where others read series, once more with all at the end
 */
export async function scoreExtract(
  work: ScoringWork,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  onLatest: (models: readonly string[]) => void,
): Promise<void> {
  const { table } = work
  const blocks = cutSeriesBlocks(table.seriesStart, rowsPerBlock)
  const isLatest = new Uint8Array(table.rowCount)
  for (const row of latestRows(table)) isLatest[row] = 1
  const rowsOf = (block: SeriesRange, rows: Pass['rows']) => (rows === 'none' ? new Int32Array(0) : rowsToScore(table, block, isLatest, rows === 'latest' ? 1 : 0))
  const countOf = (block: SeriesRange, completes: Pass['completes']) => {
    if (completes === 'none') return 0
    return completes === 'both' ? rowsOf(block, 'latest').length + rowsOf(block, 'earlier').length : rowsOf(block, completes).length
  }
  const rowsToDo = blocks.reduce((sum, block) => sum + countOf(block, work.rows === 'all' ? 'both' : 'latest'), 0)
  const passes = planPasses(work)
  const lanes = work.scorers.flatMap((scorer) => Array.from({ length: blocksPerScorer }, (): Lane => ({ scorer, room: new ArrayBuffer(rowsPerBlock * featureCount * Float32Array.BYTES_PER_ELEMENT) })))
  const whole = passes.reduce((sum, { weight }) => sum + weight, 0)

  let before = 0
  let rowsDone = 0
  let latestOf: readonly string[] = []
  const report = (fraction: number) => onProgress({ step: 'scoring', fraction, rowsDone, rowsToDo })

  report(0)
  for (const [at, pass] of passes.entries()) {
    const asked = { models: pass.models.map(({ id }) => id), withSeries: pass.withSeries }
    await eachBlock(lanes, blocks, signal, async (lane, block) => {
      const rows = rowsOf(block, pass.rows)
      if (rows.length > 0 || pass.withSeries) {
        const { values } = computeFeatureBlock(work.context, block.fromSeries, block.toSeries, lane.room)
        const task = { values, seriesStart: startsWithin(table, block), rows, ...columnsFor(pass, table, block, rows), ...asked }
        const result = await lane.scorer.score(task, (room) => {
          lane.room = room
        })
        heed(signal)
        writeScores(work, pass, block, rows, result)
        rowsDone += countOf(block, pass.completes)
      }
      return (done) => report((before + pass.weight * done) / whole)
    })
    before += pass.weight
    latestOf = [...new Set([...latestOf, ...asked.models])]
    if (pass.rows === 'latest' || pass.withSeries) onLatest(scoredBy(work, latestOf))
    if (at < passes.length - 1) await unlessAborted(signal, pause(drawingMs))
  }
}

/** These models and the combination where it needs no other. */
function scoredBy({ combined }: ScoringWork, models: readonly string[]): readonly string[] {
  return combined?.models.every((id) => models.includes(id)) ? [...models, combined.id] : models
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Which models score which rows, in this order. */
function planPasses({ models, rows }: ScoringWork): readonly Pass[] {
  const readRows = models.filter(({ reads }) => reads === 'rows')
  const readSeries = models.filter(({ reads }) => reads === 'series')
  const withSeries = readSeries.length > 0
  const first: Pass = { models: readRows, rows: 'latest', withSeries: false, completes: withSeries ? 'none' : 'latest', weight: 1 }
  const rest: Pass = rows === 'all'
    ? { models: [...readRows, ...readSeries], rows: 'earlier', withSeries, completes: withSeries ? 'both' : 'earlier', weight: 7 }
    : { models: readSeries, rows: 'none', withSeries, completes: 'latest', weight: 3 }
  return [first, rest].filter((pass) => pass.models.length > 0)
}

/**
 * Runs `handle` over all blocks, one at a time in each lane, and calls what it gives with the
 * share of blocks that are done. The first failure ends it: no further block is begun.
 */
async function eachBlock(
  lanes: readonly Lane[],
  blocks: readonly SeriesRange[],
  signal: AbortSignal,
  handle: (lane: Lane, block: SeriesRange) => Promise<(done: number) => void>,
): Promise<void> {
  let next = 0
  let done = 0
  const run = async (lane: Lane) => {
    while (next < blocks.length) {
      const block = blocks[next++]!
      await breathe()
      heed(signal)
      const report = await unlessAborted(signal, handle(lane, block)).catch((error: unknown) => {
        next = blocks.length
        throw error
      })
      report(++done / blocks.length)
    }
  }
  await Promise.all(lanes.map(run))
}

/** What pipelines among the models read of these rows; nothing where there is no pipeline. */
function columnsFor({ models }: Pass, table: ExtractTable, block: SeriesRange, rows: Int32Array): { readonly columns?: FieldColumns } {
  const fields = fieldsOf(models)
  return fields ? { columns: gatherFields(table, block.fromSeries, rows, fields) } : {}
}

/** Row offsets of the block's series within the block. */
function startsWithin(table: ExtractTable, block: SeriesRange): Int32Array {
  const from = table.seriesStart[block.fromSeries]!
  return table.seriesStart.slice(block.fromSeries, block.toSeries + 1).map((start) => start - from)
}

/** Rows of the block, counted from its start, that are scored and are (1) or are not (0) on the latest list. */
function rowsToScore(table: ExtractTable, block: SeriesRange, isLatest: Uint8Array, latest: 0 | 1): Int32Array {
  const from = table.seriesStart[block.fromSeries]!
  const to = table.seriesStart[block.toSeries]!
  const rows = new Int32Array(to - from)
  let count = 0
  for (let row = from; row < to; row++) if (isLatest[row] === latest && isScored(table, row)) rows[count++] = row - from
  return rows.slice(0, count)
}

function writeScores({ table, combined, scores }: ScoringWork, { models, withSeries }: Pass, block: SeriesRange, rows: Int32Array, result: BlockScores): void {
  const from = table.seriesStart[block.fromSeries]!
  const to = table.seriesStart[block.toSeries]!
  for (const { id, reads } of models) {
    const given = result[id]
    const target = scores.get(id)
    // None: nothing was asked of it here, or the model was removed meanwhile.
    if (!given || !target) continue
    if (reads === 'rows') for (let i = 0; i < rows.length; i++) target[from + rows[i]!] = given[i]!
    else for (let i = 0; i < given.length; i++) if (isScored(table, from + i)) target[from + i] = given[i]!
  }
  if (!combined) return
  const parts = combined.models.flatMap((id) => scores.get(id) ?? [])
  const target = scores.get(combined.id)
  if (!target || parts.length < combined.models.length) return
  // A model of the combination that has not scored a row yet leaves it without.
  if (withSeries) for (let row = from; row < to; row++) target[row] = combineRow(combined, parts, row)
  else for (let i = 0; i < rows.length; i++) target[from + rows[i]!] = combineRow(combined, parts, from + rows[i]!)
}
