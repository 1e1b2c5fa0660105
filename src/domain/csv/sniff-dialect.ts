import type { Delimiter, Dialect, Encoding } from './dialect'
import { faultOf } from './fault-sentences'
import { openParts, parseDate } from './parse-date'
import { isMissing, parseNumber } from './parse-number'
import type { Outcome } from './problems'
import { RecordStream } from './record-stream'
import { markupFault, sniffEncoding } from './sniff-encoding'

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']
/** Records by which delimiter and header are decided. */
const recordsLookedAt = 150

/** Is this the text of a number or a date, as data has it and column names do not? */
function isDatum(text: string): boolean {
  return !Number.isNaN(parseNumber(text, '.')) || !Number.isNaN(parseNumber(text, ',')) || isDate(text)
}

function isDate(text: string): boolean {
  return openParts(text) !== null || (!/^\d{5}([.,]\d+)?$/.test(text.trim()) && !Number.isNaN(parseDate(text, 'dmy')))
}

/** Records of a head under a dialect, with the line that each starts on. The last one may be cut off and is left out. */
export function recordsOfHead(head: Uint8Array, whole: boolean, dialect: Dialect, most: number): { readonly cells: readonly string[]; readonly line: number }[] {
  const stream = new RecordStream(dialect)
  stream.push(head)
  if (whole) stream.finish()
  const records: { cells: readonly string[]; line: number }[] = []
  while (records.length < most && stream.read()) {
    if (!stream.malformed) records.push({ cells: stream.cells, line: stream.line })
  }
  return records
}

interface Reading {
  readonly dialect: Dialect
  readonly score: number
}

/** How well a delimiter explains the head: same width in most records, and a line of names above them. */
function tryDelimiter(head: Uint8Array, whole: boolean, encoding: Encoding, delimiter: Delimiter): Reading | null {
  const records = recordsOfHead(head, whole, { encoding, delimiter, linesBeforeHeader: 0 }, recordsLookedAt)
  const counts = new Map<number, number>()
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let width = 1
  let best = 0
  for (const [cells, count] of counts) {
    // Titles above a short table may outnumber its rows: a wide line weighs more than a one-cell line.
    const weight = cells === 1 ? count / 4 : count
    if (weight > best || (weight === best && cells > width)) {
      width = cells
      best = weight
    }
  }
  if (width < 2) return null
  const headerAt = records.findIndex(({ cells }) => isHeader(cells, width))
  const from = headerAt < 0 ? records.findIndex(({ cells }) => cells.length === width) : headerAt
  const data = records.slice(from + 1)
  const regular = data.length === 0 ? 1 : data.filter(({ cells }) => cells.length === width).length / data.length
  return {
    dialect: { encoding, delimiter, linesBeforeHeader: records[from]!.line - 1 },
    score: regular * (1 - 1 / (width + 1)) * (headerAt < 0 ? 0.3 : 1),
  }
}

/** Names stand in nearly all cells. Periods may be names (a wide table), other numbers are not. */
function isHeader(cells: readonly string[], width: number): boolean {
  if (cells.length < width - 1 || cells.length > width + 1) return false
  const filled = cells.filter((cell) => cell.trim() !== '')
  const dates = filled.filter(isDate).length
  const numbers = filled.filter((cell) => !isDate(cell) && isDatum(cell)).length
  return filled.length >= 0.6 * cells.length && numbers <= 0.2 * filled.length && (dates === 0 || dates >= 3)
}

/**
 * Encoding, delimiter and the lines before the header, from the first bytes of a file. `sep=;` on
 * the first line, as spreadsheets write it, is believed. A title of one cell above the table is not
 * taken for the header.
 */
export function sniffDialect(head: Uint8Array, totalBytes: number): Outcome<Dialect> {
  if (totalBytes === 0 || head.length === 0) return { ok: false, fault: faultOf('empty-file') }
  const encoding = sniffEncoding(head)
  if (!encoding.ok) return encoding
  const text = new TextDecoder(encoding.value).decode(head.subarray(0, 65_536))
  if (text.trim() === '') return { ok: false, fault: faultOf('empty-file') }
  const markup = markupFault(text)
  if (markup) return { ok: false, fault: markup }

  const whole = head.length >= totalBytes
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1]
  const candidates = delimiters.includes(told as Delimiter) ? [told as Delimiter] : delimiters
  let best: Reading | null = null
  for (const delimiter of candidates) {
    const reading = tryDelimiter(head, whole, encoding.value, delimiter)
    if (reading && (!best || reading.score > best.score)) best = reading
  }
  if (best) return { ok: true, value: best.dialect }
  const firstLine = text.split(/[\r\n]/).find((line) => line.trim() !== '')!.trim().slice(0, 60)
  const records = text.split(/[\r\n]+/).filter((line) => !isMissing(line)).length
  return { ok: false, fault: faultOf('one-column', records > 1 ? ` ("${firstLine}")` : '') }
}
