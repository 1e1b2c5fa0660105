/**
 * `npm run features -- OUT_DIR FILE.csv [FILE.csv ...]`: features of extracts, as the app
 * computes them, for training. Per input `NAME.csv` it writes into OUT_DIR, little-endian:
 *
 * - `NAME.features.f32`: float32, row-major, rows x features, NaN missing;
 * - `NAME.index.i32`: int32, row-major, rows x the columns of `indexColumns`;
 * - `NAME.rules.f32`: float32, rule after rule, one score a row each, NaN where a rule has no answer (below every answer);
 * - `NAME.json`: rows, feature names in column order, the catalog and its hash, the rules in order (id, name, threshold
 *   or null), index columns, stores, SKUs, whether the file has a label column and counts, and the rows and cells
 *   that could not be used;
 * - `NAME.counts.i8`, where the file has counts: int8, one a row, what the next day's count says of the row
 *   (`labelsFromCounts`): 1 phantom, 0 not, -1 unknown.
 *
 * Rows stand in table order: by series, then day, days that the file left out included.
 * Exit 2 with one sentence on standard error where an input cannot be read.
 */
import { createHash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { ExtractReader } from '../domain/csv/extract-reader'
import { fields } from '../domain/csv/fields'
import { headBytes, proposeMapping } from '../domain/csv/propose-mapping'
import type { Fault, Outcome } from '../domain/csv/problems'
import type { ReadResult } from '../domain/csv/read-result'
import { featureCatalog, featureNames } from '../domain/features/catalog'
import { computeFeatureBlock } from '../domain/features/compute-block'
import { buildFeatureContext } from '../domain/features/context'
import { rules } from '../domain/rules/catalog'
import { scoreRules } from '../domain/rules/score-rules'
import { type ExtractTable, isCandidate, isScored } from '../domain/table/extract-table'
import { labelsFromCounts } from '../domain/table/labels-from-counts'

const indexColumns = ['record', 'series', 'store', 'sku', 'day', 'scored', 'candidate', 'label', 'filled'] as const

/** Rows a block: a few megabytes of features, written and let go. */
const blockRows = 4096
const pieceBytes = 1 << 20

/** The catalog as training reads it: sources by the names that fields have in a file. */
const catalog = featureCatalog.map((spec) => ({
  ...spec,
  sources: spec.sources.map((source) => fields.find((field) => 'column' in field && field.column === source)?.name ?? source),
}))
const catalogHash = createHash('sha256').update(JSON.stringify(catalog)).digest('hex')

/** What was read of a file, or a sentence that says why nothing was. */
function readFile(path: string): Outcome<ReadResult, string> {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return { ok: false, fault: 'There is no such file.' }
  const file = openSync(path, 'r')
  try {
    const { size } = statSync(path)
    const head = new Uint8Array(Math.min(size, headBytes))
    readSync(file, head, 0, head.length, 0)
    const proposal = proposeMapping(head, size)
    if (!proposal.ok) return { ok: false, fault: sentenceOf(proposal.fault) }
    const { missing, questions } = proposal.value
    if (missing.length > 0) return { ok: false, fault: `No column was found for ${missing.join(', ')}.` }
    // Training is run unattended: the importer's first suggestion stands, and is told.
    for (const { text, options } of questions) console.error(`${path}: ${text} Taken: ${options[0]?.label ?? 'as mapped'}.`)
    const reader = new ExtractReader(proposal.value.dialect, proposal.value.mapping)
    const piece = new Uint8Array(pieceBytes)
    for (let at = 0; at < size; ) {
      const count = readSync(file, piece, 0, pieceBytes, at)
      if (count === 0) break
      reader.push(piece.subarray(0, count))
      at += count
    }
    const result = reader.finish()
    return result.ok ? result : { ok: false, fault: sentenceOf(result.fault) }
  } finally {
    closeSync(file)
  }
}

function sentenceOf({ sentence, advice }: Fault): string {
  return `${sentence} ${advice}`
}

function writeIndex(table: ExtractTable, path: string): void {
  const width = indexColumns.length
  const index = new Int32Array(table.rowCount * width)
  for (let series = 0; series < table.seriesCount; series++) {
    for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
      const label = table.phantom ? table.phantom[row]! : NaN
      index.set(
        [
          table.record[row]!,
          series,
          table.storeOfSeries[series]!,
          table.skuOfSeries[series]!,
          table.day[row]!,
          Number(isScored(table, row)),
          Number(isCandidate(table, series, row)),
          Number.isNaN(label) ? -1 : label,
          table.filled[row]!,
        ],
        row * width,
      )
    }
  }
  writeFileSync(path, index)
}

/** Writes bytes to an open file; the system may take them in parts. */
function writeBytes(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

/** Features block by block, and the rules' scores of the same blocks. */
function writeFeaturesAndRules(table: ExtractTable, path: string): void {
  const context = buildFeatureContext(table)
  const scores = rules.map(() => new Float32Array(table.rowCount))
  const file = openSync(`${path}.features.f32`, 'w')
  try {
    for (let from = 0; from < table.seriesCount; ) {
      let to = from + 1
      while (to < table.seriesCount && table.seriesStart[to + 1]! - table.seriesStart[from]! <= blockRows) to++
      const block = computeFeatureBlock(context, from, to)
      writeBytes(file, new Uint8Array(block.values.buffer))
      scoreRules(table, block, scores, block.fromRow)
      from = to
    }
  } finally {
    closeSync(file)
  }
  const rulesFile = openSync(`${path}.rules.f32`, 'w')
  try {
    for (const column of scores) writeBytes(rulesFile, new Uint8Array(column.buffer))
  } finally {
    closeSync(rulesFile)
  }
}

function main(): number {
  const [outDir, ...inputs] = process.argv.slice(2)
  if (!outDir || inputs.length === 0) {
    console.error('Usage: npm run features -- OUT_DIR FILE.csv [FILE.csv ...]')
    return 2
  }
  mkdirSync(outDir, { recursive: true })
  for (const input of inputs) {
    const started = performance.now()
    const read = readFile(input)
    if (!read.ok) {
      console.error(`${input}: ${read.fault}`)
      return 2
    }
    const { table, summary } = read.value
    const readAt = performance.now()
    const path = join(outDir, basename(input, extname(input)))
    writeIndex(table, `${path}.index.i32`)
    writeFeaturesAndRules(table, path)
    const counted = labelsFromCounts(table)
    if (counted) writeFileSync(`${path}.counts.i8`, counted)
    writeFileSync(
      `${path}.json`,
      JSON.stringify({
        rows: table.rowCount,
        series: table.seriesCount,
        features: featureNames,
        catalog,
        catalog_sha256: catalogHash,
        rules: rules.map(({ id, name, threshold }) => ({ id, name, threshold })),
        index_columns: indexColumns,
        stores: table.stores,
        skus: table.skus,
        has_labels: table.phantom !== null,
        has_counts: counted !== null,
        bad_rows: summary.badRows,
        bad_cells: summary.badCells,
      }),
    )
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(2)
    console.error(`${input}: ${table.rowCount} rows, read in ${seconds(started, readAt)} s, features in ${seconds(readAt, performance.now())} s`)
  }
  return 0
}

process.exitCode = main()
