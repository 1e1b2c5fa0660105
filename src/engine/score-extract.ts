/**
 * The passes of scoring. First the models that read rows, on each store-item's latest row alone, so
 * that today's list stands early; then the models that read whole series, on all of them; then the
 * remaining rows. Features are computed again in each pass: for a million rows that costs under a
 * second, and keeping them would cost 500 MB.
 */
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
  /** The latest rows or the others; with a pass over whole series, those whose combined score is due. */
  readonly latest: 0 | 1
  readonly withSeries: boolean
  /** Its part of all passes' time, measured on the reference job; it only moves the progress bar. */
  readonly weight: number
}

/** Rows a block: some 7 ms of features, so that questions are answered in between, and 4 MB under way. */
const rowsPerBlock = 8192
/** For the page to ask for its list and to draw it before every core is busy again. */
const drawingMs = 150
/** Blocks under way per scorer: one being scored and one waiting, so that it never idles. */
const blocksPerScorer = 2
/**
 * Scores every row whose record claims stock. Rejects with `EngineStopped` once `signal` is given.
 *
 * @param onLatest is told the ids of the models that have scored the latest row of every store-item, as soon as those that read rows have, and again with all
 */
export async function scoreExtract(
  work: ScoringWork,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
  onLatest: (models: readonly string[]) => void,
): Promise<void> {
  const { table, combined } = work
  const blocks = cutSeriesBlocks(table.seriesStart, rowsPerBlock)
  const isLatest = new Uint8Array(table.rowCount)
  for (const row of latestRows(table)) isLatest[row] = 1
  const rowsOf = (block: SeriesRange, latest: 0 | 1) => rowsToScore(table, block, isLatest, latest)
  const rowsToDo = countRows(blocks, (block) => rowsOf(block, 1).length + (work.rows === 'all' ? rowsOf(block, 0).length : 0))
  const passes = planPasses(work)
  const whole = passes.reduce((sum, { weight }) => sum + weight, 0)

  let before = 0
  let rowsDone = 0
  let latestOf: readonly string[] = []
  const report = (fraction: number) => onProgress({ step: 'scoring', fraction, rowsDone, rowsToDo })

  report(0)
  for (const [at, pass] of passes.entries()) {
    const asked = { models: pass.models.map(({ id }) => id), withSeries: pass.withSeries }
    // Rows are done when the last pass that scores them is through with them.
    const isLast = passes.slice(at + 1).every(({ latest }) => latest !== pass.latest)
    await eachBlock(work, blocks, signal, async (scorer, block) => {
      const rows = rowsOf(block, pass.latest)
      if (rows.length > 0 || pass.withSeries) {
        const { values } = computeFeatureBlock(work.context, block.fromSeries, block.toSeries)
        const result = await scorer.score({ values, seriesStart: startsWithin(table, block), rows, ...columnsFor(pass, table, block, rows), ...asked })
        heed(signal)
        writeScores(work, block, rows, result)
        if (isLast) rowsDone += rows.length
      }
      return (done) => report((before + pass.weight * done) / whole)
    })
    before += pass.weight
    if (pass.latest === 1) {
      latestOf = [...latestOf, ...asked.models]
      const isCombined = combined !== null && combined.models.every((id) => latestOf.includes(id))
      onLatest(isCombined ? [...latestOf, combined.id] : latestOf)
      if (at < passes.length - 1) await unlessAborted(signal, pause(drawingMs))
    }
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Which models score which rows, in this order. */
function planPasses({ models, rows }: ScoringWork): readonly Pass[] {
  const readRows = models.filter(({ reads }) => reads === 'rows')
  const readSeries = models.filter(({ reads }) => reads === 'series')
  const passes: readonly Pass[] = [
    { models: readRows, latest: 1, withSeries: false, weight: 1 },
    { models: readSeries, latest: 1, withSeries: true, weight: 3 },
    { models: rows === 'all' ? readRows : [], latest: 0, withSeries: false, weight: 6 },
  ]
  return passes.filter((pass) => pass.models.length > 0)
}

/**
 * Runs `handle` over all blocks, a few at a time on each scorer, and calls what it gives with the
 * share of blocks that are done. The first failure ends it: no further block is begun.
 */
async function eachBlock(
  { scorers }: ScoringWork,
  blocks: readonly SeriesRange[],
  signal: AbortSignal,
  handle: (scorer: Pick<BlockScoring, 'score'>, block: SeriesRange) => Promise<(done: number) => void>,
): Promise<void> {
  let next = 0
  let done = 0
  const lane = async (scorer: Pick<BlockScoring, 'score'>) => {
    while (next < blocks.length) {
      const block = blocks[next++]!
      await breathe()
      heed(signal)
      const report = await unlessAborted(signal, handle(scorer, block)).catch((error: unknown) => {
        next = blocks.length
        throw error
      })
      report(++done / blocks.length)
    }
  }
  await Promise.all(scorers.flatMap((scorer) => Array.from({ length: blocksPerScorer }, () => lane(scorer))))
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

function countRows(blocks: readonly SeriesRange[], count: (block: SeriesRange) => number): number {
  let rows = 0
  for (const block of blocks) rows += count(block)
  return rows
}

function writeScores({ table, models, combined, scores }: ScoringWork, block: SeriesRange, rows: Int32Array, result: BlockScores): void {
  const from = table.seriesStart[block.fromSeries]!
  for (const { id, reads } of models) {
    const given = result[id]
    const target = scores.get(id)
    // None: nothing was asked of it here, or the model was removed meanwhile.
    if (!given || !target) continue
    if (reads === 'rows') for (let i = 0; i < rows.length; i++) target[from + rows[i]!] = given[i]!
    else for (let i = 0; i < given.length; i++) if (isScored(table, from + i)) target[from + i] = given[i]!
  }
  if (!combined) return
  const parts = combined.models.map((id) => scores.get(id)!)
  const target = scores.get(combined.id)!
  // Models that read whole series have scored every row of the block by now, so these rows are complete.
  for (let i = 0; i < rows.length; i++) target[from + rows[i]!] = combineRow(combined, parts, from + rows[i]!)
}
