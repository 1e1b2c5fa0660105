import { profileColumn } from './column-profile'
import { dateOrder } from './date-order'
import { decimalMark } from './decimal-mark'
import type { Dialect } from './dialect'
import { faultOf } from './fault-sentences'
import { type FieldName, fieldNamed, fields } from './fields'
import { normalizeHeader } from './header-words'
import type { MappingProposal } from './mapping'
import { questionOfDateOrder, questionOfDecimal, questionOfMissing } from './mapping-questions'
import type { MappingSample } from './mapping-sample'
import { headerTrust, suit } from './match-columns'
import { askMoment, matchFields } from './match-fields'
import { parseDate } from './parse-date'
import { isMissing } from './parse-number'
import type { Outcome } from './problems'
import { faultOfHeader, faultOfSample } from './sample-fault'
import { recordsOfHead, sniffDialect } from './sniff-dialect'

/** Bytes of a file that `proposeMapping` should be given: enough days of enough items to decide by. */
export const headBytes = 2 * 1024 * 1024

/** Records that are looked at, and shown. */
export const sampleRecords = 10_000
const previewRecords = 8

/**
 * What the head of a file says of the whole: dialect, and which column feeds which field, how sure
 * that is and what must be asked. A mapping with nothing to ask needs no click.
 *
 * Required fields keep a doubtful column and ask; optional fields are fed by a column that is sure,
 * or not at all. A fault where no mapping can help.
 *
 * @param head the first `headBytes` of the file, or all of it
 * @param totalBytes size of the file
 * @param overrides columns chosen by header, as on the command line
 */
export function proposeMapping(
  head: Uint8Array,
  totalBytes: number,
  overrides: ReadonlyMap<FieldName, string> = new Map(),
): Outcome<MappingProposal> {
  const read = readHead(head, totalBytes)
  return read.ok ? proposeFor(read.value, overrides) : read
}

/** The beginning of a file as records. */
export interface HeadRecords {
  readonly dialect: Dialect
  readonly headers: readonly string[]
  /** Cells of the first data records; none where the file ends with its header. */
  readonly data: readonly (readonly string[])[]
}

/** Dialect, headers and first records of a file; a fault where they are none. */
export function readHead(head: Uint8Array, totalBytes: number): Outcome<HeadRecords> {
  const sniffed = sniffDialect(head, totalBytes)
  if (!sniffed.ok) return sniffed
  const [header, ...data] = recordsOfHead(head, head.length >= totalBytes, sniffed.value, sampleRecords + 1)
  const headers = header?.cells ?? []
  const fault = faultOfHeader(headers)
  return fault ? { ok: false, fault } : { ok: true, value: { dialect: sniffed.value, headers, data: data.map(({ cells }) => cells) } }
}

/** The proposal for records that stand under one line of headers, be they of one file or of several. */
export function proposeFor({ dialect, headers, data }: HeadRecords, overrides: ReadonlyMap<FieldName, string> = new Map()): Outcome<MappingProposal> {
  if (data.length === 0) return { ok: false, fault: faultOf('no-rows') }
  const columns = headers.map((_, at) => data.map((cells) => cells[at] ?? ''))
  const first = columns.map((texts) => profileColumn(texts, '.'))
  const isNumeric = (at: number) =>
    first[at]!.writtenDateShare < 0.5 && headerTrust(headers[at]!, 'sku_id') === 0 && headerTrust(headers[at]!, 'store_id') === 0 && looksNumeric(columns[at]!)
  const numeric = headers.map((_, at) => at).filter(isNumeric)
  const mark = decimalMark(
    numeric.map((at) => columns[at]!),
    dialect.delimiter,
  )
  const profiles = mark.decimal === '.' ? first : columns.map((texts) => profileColumn(texts, mark.decimal))
  const sample: MappingSample = { headers, columns, profiles, decimal: mark.decimal }

  const chosen = findOverrides(headers, overrides)
  if (!chosen.ok) return chosen
  const suits = fields.map(({ name }) => headers.map((text, at) => suit(text, profiles[at]!, name)))
  const { matches, questions } = matchFields(sample, suits, chosen.value)
  const columnOf: Partial<Record<FieldName, number>> = Object.fromEntries(matches.map(({ field, column }) => [field, column]))

  const missing = fields.filter(({ name, need }) => need === 'always' && columnOf[name] === undefined).map(({ name }) => name)
  const fault = faultOfSample(sample, columnOf, missing)
  if (fault) return { ok: false, fault }
  for (const field of missing) questions.push(questionOfMissing(sample, columnOf, field))

  const dates = columns[columnOf.date!]!
  const keys = data.map((_, row) => `${cellOf(sample, columnOf.store_id, row)}\n${cellOf(sample, columnOf.sku_id, row)}`)
  const order = dateOrder(dates, keys)
  const days = dates.map((text) => parseDate(text, order.order))
  const checked = chosen.value.has('on_hand') ? matches : askMoment(sample, matches, questions, days, keys)
  if (!order.certain) questions.unshift(questionOfDateOrder(headers[columnOf.date!]!, order.doubt!, order.order === 'mdy'))
  const mattersHere = matches.some(({ field, column }) => fieldNamed(field).kind === 'number' && numeric.includes(column))
  if (!mark.certain && mattersHere) questions.push(questionOfDecimal(mark.example!, mark.decimal))

  return {
    ok: true,
    value: {
      dialect,
      headers,
      preview: data.slice(0, previewRecords),
      mapping: { columns: columnOf, dateOrder: order.order, decimal: mark.decimal },
      matches: checked,
      questions,
      missing,
    },
  }
}

function cellOf(sample: MappingSample, column: number | undefined, row: number): string {
  return column === undefined ? '' : sample.columns[column]![row]!
}

function looksNumeric(texts: readonly string[]): boolean {
  let filled = 0
  let numbers = 0
  for (const text of texts) {
    if (isMissing(text)) continue
    filled++
    if (/^\s*[-+(]?[^\d\s]{0,3}\s?\d[\d.,'\s]*\D{0,4}$/.test(text)) numbers++
  }
  return filled > 0 && numbers >= 0.5 * filled
}

/** The column whose header is the one wanted, letter by letter or else by its words; -1 where there is none. */
export function columnNamed(headers: readonly string[], wanted: string): number {
  const exact = headers.findIndex((text) => text.trim() === wanted.trim())
  return exact >= 0 ? exact : headers.findIndex((text) => normalizeHeader(text) === normalizeHeader(wanted))
}

function findOverrides(headers: readonly string[], overrides: ReadonlyMap<FieldName, string>): Outcome<ReadonlyMap<FieldName, number>> {
  const found = new Map<FieldName, number>()
  for (const [field, wanted] of overrides) {
    const column = columnNamed(headers, wanted)
    if (column < 0) return { ok: false, fault: faultOf('no-such-column', `"${wanted}" for ${field}; the file has ${headers.map((text) => `"${text}"`).join(', ')}`) }
    const twice = [...found].find(([, taken]) => taken === column)
    if (twice) return { ok: false, fault: faultOf('no-such-column', `"${wanted}" is asked for both ${twice[0]} and ${field}`) }
    found.set(field, column)
  }
  return { ok: true, value: found }
}

