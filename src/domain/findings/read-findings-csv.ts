/** Reads findings back from a CSV: our own, or one that went through a spreadsheet. */
import { dateOrder } from '../csv/date-order'
import type { DateOrder } from '../csv/mapping'
import { firstPlausibleDay, lastPlausibleDay, parseDate } from '../csv/parse-date'
import type { Outcome } from '../csv/problems'
import { RecordStream } from '../csv/record-stream'
import { sniffDialect } from '../csv/sniff-dialect'
import type { EpochDay } from '../table/extract-table'
import { storeItemKey } from '../table/store-item-key'
import { outcomes, type Finding, type FindingOutcome, type FindingSet, type ModelPromise } from './finding'
import { unguarded, type FindingColumn } from './findings-csv'

/** A line of which no finding could be made. */
export interface UnreadLine {
  /** 1-based, as an editor shows it. */
  readonly line: number
  readonly column: FindingColumn | null
  /** The text found, cut at 80 characters. */
  readonly found: string
  /** Plain words: what was expected there. */
  readonly expected: string
}

export interface FindingsRead {
  readonly findings: readonly Finding[]
  readonly unread: readonly UnreadLine[]
}

export interface FindingsFault {
  readonly code: 'not-findings'
  readonly sentence: string
  readonly advice: string
}

/** Without these a line names no finding. */
const neededColumns = ['store_id', 'sku_id', 'date', 'found'] as const satisfies readonly FindingColumn[]

/** A line's text under a column; '' where the file has no such column. */
type TextOf = (column: FindingColumn) => string
type Unread = Omit<UnreadLine, 'line'>

/**
 * All findings of a file. Columns are known by their header, in any order; others are left aside.
 *
 * @param bytes the whole file, in any encoding and with any delimiter that extracts may have
 * @param set the set that the findings will belong to
 * @param readAt time of entry (ms since 1970) of lines that give none
 * @returns findings in the file's order and the lines that gave none; a fault where the file holds no findings at all
 */
export function readFindingsCsv(bytes: Uint8Array, set: FindingSet, readAt: number): Outcome<FindingsRead, FindingsFault> {
  const dialect = sniffDialect(bytes, bytes.length)
  if (!dialect.ok) return notFindings(dialect.fault.sentence)
  const stream = new RecordStream(dialect.value)
  stream.push(bytes)
  stream.finish()
  if (!stream.read()) return notFindings('The file has no header.')
  const headers = stream.cells.map((cell) => unguarded(cell).trim().toLowerCase())
  const missing = neededColumns.filter((column) => !headers.includes(column))
  if (missing.length > 0) return notFindings(`The file has no column ${missing.join(', ')}.`)

  const lines: { readonly line: number; readonly textOf: TextOf | null }[] = []
  while (stream.read()) {
    const { cells } = stream
    const textOf: TextOf = (column) => unguarded(cells[headers.indexOf(column)] ?? '')
    lines.push({ line: stream.line, textOf: stream.malformed ? null : textOf })
  }
  const whole = lines.flatMap(({ textOf }) => (textOf ? [textOf] : []))
  const order = dateOrder(whole.map((textOf) => textOf('date')), whole.map((textOf) => storeItemKey(textOf('store_id'), textOf('sku_id'))))

  const findings: Finding[] = []
  const unread: UnreadLine[] = []
  for (const { line, textOf } of lines) {
    const read = textOf ? readLine(textOf, set, readAt, order.certain ? order.order : null) : quoteOpen
    if ('expected' in read) unread.push({ line, ...read })
    else findings.push(read)
  }
  return { ok: true, value: { findings, unread } }
}

const quoteOpen: Unread = { column: null, found: '', expected: 'a quotation mark that is closed again' }

function notFindings(sentence: string): Outcome<FindingsRead, FindingsFault> {
  const advice = `Choose a file that "Download findings" made, or one with the columns ${neededColumns.join(', ')}.`
  return { ok: false, fault: { code: 'not-findings', sentence, advice } }
}

/** @param order null: the file's dates can be read both ways, so that only those that say it themselves are taken */
function readLine(textOf: TextOf, set: FindingSet, readAt: number, order: DateOrder | null): Finding | Unread {
  const refuse = (column: FindingColumn, expected: string): Unread => ({ column, found: textOf(column).slice(0, 80), expected })
  const store = textOf('store_id')
  const sku = textOf('sku_id')
  if (store.trim() === '') return refuse('store_id', 'a store')
  if (sku.trim() === '') return refuse('sku_id', 'an item number')
  const day = dayOf(textOf('date'), order)
  if (day === null) return refuse('date', 'a day, best written like 2026-11-14')
  const outcome = outcomeOf(textOf('found'))
  if (!outcome) return refuse('found', `one of ${outcomes.join(', ')}`)
  const counted = unitsOf(textOf('counted_units'))
  if (counted === undefined || (counted !== null && counted < 0)) return refuse('counted_units', 'a number of units, 0 or more, without thousands marks')
  const onHand = unitsOf(textOf('on_hand'))
  if (onHand === undefined) return refuse('on_hand', 'a number of units, without thousands marks')
  const enteredAt = textOf('entered_at').trim() === '' ? readAt : timeOf(textOf('entered_at'))
  if (enteredAt === null) return refuse('entered_at', 'a time like 2026-11-14T08:30:00.000Z')
  const promise = promiseOf(textOf)
  if (promise === undefined) return refuse('probability', 'a probability from 0 to 1, with a model and 0 or 1 under alert')
  const itemName = textOf('item_name')
  return { set, store, sku, day, outcome, itemName: itemName === '' ? null : itemName, onHand, counted, note: textOf('note'), enteredAt, promise }
}

function dayOf(text: string, order: DateOrder | null): EpochDay | null {
  const days = (order === null ? (['dmy', 'mdy'] as const) : [order]).map((way) => parseDate(text, way))
  const day = days[0]!
  return days.every((other) => other === day) && day >= firstPlausibleDay && day <= lastPlausibleDay ? day : null
}

function outcomeOf(text: string): FindingOutcome | undefined {
  const word = text.trim().toLowerCase().replace(/[\s_]+/g, '-')
  return outcomes.find((outcome) => outcome === word)
}

/** null where nothing is given; undefined where it is no plain number, or one that could be thousands. */
function unitsOf(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  // A spreadsheet may have put a comma for the point; before three digits it may mark thousands.
  if (!/^-?\d+([.,]\d+)?$/.test(trimmed) || /^-?[1-9]\d{0,2},\d{3}$/.test(trimmed)) return undefined
  return Number(trimmed.replace(',', '.'))
}

function timeOf(text: string): number | null {
  const trimmed = text.trim()
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(trimmed)) return null
  const time = Date.parse(trimmed)
  return Number.isNaN(time) ? null : time
}

/** null where all of it is empty; undefined where a part is missing or none of its values. */
function promiseOf(textOf: TextOf): ModelPromise | null | undefined {
  const number = textOf('probability').trim().replace(',', '.')
  const model = textOf('model')
  const alert = textOf('alert').trim()
  if (number === '' && model === '' && alert === '') return null
  const probability = /^\d+(\.\d+)?(e-?\d+)?$/i.test(number) ? Number(number) : NaN
  if (!(probability >= 0 && probability <= 1) || model === '' || !/^[01]$/.test(alert)) return undefined
  return { model, probability, alerted: alert === '1' }
}
