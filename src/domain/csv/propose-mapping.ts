import { bestAssignment } from './best-assignment'
import { profileColumn } from './column-profile'
import { dateOrder } from './date-order'
import { decimalMark } from './decimal-mark'
import { faultOf, faultOfMissingFields } from './fault-sentences'
import { type FieldName, fieldNamed, fields } from './fields'
import { transactionHeaders } from './header-aliases'
import { isPeriodHeader, normalizeHeader } from './header-words'
import { certainFrom, type FieldMatch, type Mapping, type MappingProposal, type Question } from './mapping'
import { questionOfDateOrder, questionOfDecimal, questionOfField, questionOfMissing } from './mapping-questions'
import { type MappingSample, unknownIdentifiers, unknownNumbers } from './mapping-sample'
import { headerTrust, speaksOfAnother, suit, type Suit, valueFit } from './match-columns'
import { parseDate } from './parse-date'
import { isMissing } from './parse-number'
import type { Fault, Outcome } from './problems'
import { moneyShare, settleIdentifier, settleStock } from './settle-rivals'
import { stockMoment } from './stock-moment'
import { recordsOfHead, sniffDialect } from './sniff-dialect'

/** Bytes of a file that `proposeMapping` should be given: enough days of enough items to decide by. */
export const headBytes = 2 * 1024 * 1024

/** Records that are looked at, and shown. */
const sampleRecords = 10_000
const previewRecords = 8

/** A rival this much less likely than the chosen column is no rival. */
const rivalMargin = 0.1
/** Below, a match is not even asked about. */
const leastConfidence = 0.5

/** Fields for which a second good column is a question. */
const contested: readonly FieldName[] = ['date', 'store_id', 'sku_id', 'on_hand', 'units_sold']

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
  const sniffed = sniffDialect(head, totalBytes)
  if (!sniffed.ok) return sniffed
  const dialect = sniffed.value
  const [header, ...data] = recordsOfHead(head, head.length >= totalBytes, dialect, sampleRecords + 1)
  const headers = header?.cells ?? []
  const headerFault = faultOfHeader(headers)
  if (headerFault) return { ok: false, fault: headerFault }
  if (data.length === 0) return { ok: false, fault: faultOf('no-rows') }

  const columns = headers.map((_, at) => data.map(({ cells }) => cells[at] ?? ''))
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
  const { matches, questions } = match(sample, suits, chosen.value)
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
      preview: data.slice(0, previewRecords).map(({ cells }) => cells),
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

/** Names that are data, or periods. */
function faultOfHeader(headers: readonly string[]): Fault | null {
  const filled = headers.filter((text) => text.trim() !== '')
  const isWrittenDate = (text: string) => /\D/.test(text.trim()) && !Number.isNaN(parseDate(text, 'dmy'))
  const periods = filled.filter((text) => isPeriodHeader(text) || isWrittenDate(text))
  const named = filled.some((text) => headerTrust(text, 'date') >= certainFrom)
  if (!named && periods.length >= 3 && periods.length >= 0.3 * filled.length) {
    return faultOf('wide-months', `${periods.slice(0, 3).join(', ')}${periods.length > 3 ? ', ...' : ''}`)
  }
  const data = filled.filter((text) => isWrittenDate(text) || /^-?\d+([.,]\d+)?$/.test(text.trim()))
  if (data.length > 0.3 * filled.length) return faultOf('no-header', ` (${filled.slice(0, 4).join(', ')})`)
  return null
}

function findOverrides(headers: readonly string[], overrides: ReadonlyMap<FieldName, string>): Outcome<ReadonlyMap<FieldName, number>> {
  const found = new Map<FieldName, number>()
  for (const [field, wanted] of overrides) {
    let column = headers.findIndex((text) => text.trim() === wanted.trim())
    if (column < 0) column = headers.findIndex((text) => normalizeHeader(text) === normalizeHeader(wanted))
    if (column < 0) return { ok: false, fault: faultOf('no-such-column', `"${wanted}" for ${field}; the file has ${headers.map((text) => `"${text}"`).join(', ')}`) }
    const twice = [...found].find(([, taken]) => taken === column)
    if (twice) return { ok: false, fault: faultOf('no-such-column', `"${wanted}" is asked for both ${twice[0]} and ${field}`) }
    found.set(field, column)
  }
  return { ok: true, value: found }
}

/** The best pairing of fields and columns, and what it leaves open. */
function match(
  sample: MappingSample,
  suits: readonly (readonly (Suit | null)[])[],
  chosen: ReadonlyMap<FieldName, number>,
): { matches: FieldMatch[]; questions: Question[] } {
  const taken = new Set(chosen.values())
  const weight = fields.map(({ name, need }, at) =>
    sample.headers.map((_, column) => {
      const confidence = suits[at]![column]?.confidence ?? 0
      const least = need === 'optional' ? certainFrom : leastConfidence
      return chosen.has(name) || taken.has(column) || confidence < least ? 0 : confidence
    }),
  )
  const assigned = bestAssignment(weight)
  const used = new Set([...assigned, ...taken])

  const matches: FieldMatch[] = []
  const questions: Question[] = []
  fields.forEach(({ name }, at) => {
    const byName = chosen.get(name)
    if (byName !== undefined) {
      matches.push({ field: name, column: byName, confidence: 1, reason: `"${sample.headers[byName]!}" was chosen by name.` })
      return
    }
    let column = assigned[at]!
    if (column < 0) return
    const rivals = contested.includes(name) ? weight[at]!.flatMap((w, c) => (w > 0 && !used.has(c) && w >= weight[at]![column]! - rivalMargin ? [c] : [])) : []
    const open: number[] = []
    for (const rival of rivals) {
      const settled = settle(sample, name, column, rival)
      if (settled === null) open.push(rival)
      else column = settled
    }
    let { confidence, reason } = suits[at]![column]!
    if (name === 'units_sold' && confidence < 0.9 && sample.profiles[column]!.integerShare < 0.98) {
      // Fractions under a name such as "sales": weights, or money?
      confidence = Math.min(confidence, 0.65)
      reason = `"${sample.headers[column]!}" may be units or money: its values, such as ${sample.profiles[column]!.example}, have fractions.`
    }
    if (open.length > 0) confidence = Math.min(confidence, certainFrom - 0.05)
    matches.push({ field: name, column, confidence, reason })
    if (confidence < certainFrom) questions.push(questionOfField(sample, name, column, open))
  })
  return { matches: askMoney(sample, matches, questions), questions }
}

function settle(sample: MappingSample, field: FieldName, column: number, rival: number): number | null {
  const [a, b] = [column, rival].map((at) => ({ column: at, texts: sample.columns[at]! }))
  if (field === 'store_id' || field === 'sku_id') return settleIdentifier(a!, b!)
  if (field === 'date') return sameTexts(a!.texts, b!.texts) ? column : null
  return settleStock(a!, b!, sample.decimal)
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.every((text, row) => text === b[row])
}

/** Sales that are whole multiples of the price are money: the match is doubted and asked about. */
function askMoney(sample: MappingSample, matches: readonly FieldMatch[], questions: Question[]): FieldMatch[] {
  const sold = matches.find(({ field }) => field === 'units_sold')
  const price = matches.find(({ field }) => field === 'price')
  if (!sold || !price || sold.confidence === 1) return [...matches]
  const share = moneyShare(sample.columns[sold.column]!, sample.columns[price.column]!, sample.decimal)
  if (!(share >= 0.9)) return [...matches]
  if (!questions.some(({ id }) => id === 'units_sold')) questions.push(questionOfField(sample, 'units_sold', sold.column, []))
  const reason = `"${sample.headers[sold.column]!}" looks like money: its values are whole multiples of "${sample.headers[price.column]!}".`
  return matches.map((entry) => (entry === sold ? { ...sold, confidence: 0.5, reason } : entry))
}

/** Stock whose ledger closes at the start of the day is not what the models learned from: asked about. */
function askMoment(sample: MappingSample, matches: readonly FieldMatch[], questions: Question[], days: readonly number[], keys: readonly string[]): readonly FieldMatch[] {
  const textsOf = (name: FieldName) => {
    const found = matches.find(({ field }) => field === name)
    return found ? sample.columns[found.column]! : null
  }
  const stock = matches.find(({ field }) => field === 'on_hand')
  const sold = textsOf('units_sold')
  if (!stock || !sold || stockMoment({ days, keys, stock: sample.columns[stock.column]!, sold, received: textsOf('units_received') }, sample.decimal) !== 'start') return matches
  const reason = `"${sample.headers[stock.column]!}" fits the stock at the start of the day: it falls on the day after a sale.`
  if (!questions.some(({ id }) => id === 'on_hand')) questions.push(questionOfField(sample, 'on_hand', stock.column, [], reason))
  return matches.map((entry) => (entry === stock ? { ...stock, confidence: Math.min(stock.confidence, 0.7), reason } : entry))
}

function faultOfSample(sample: MappingSample, columnOf: Mapping['columns'], missing: readonly FieldName[]): Fault | null {
  const used = new Set(Object.values(columnOf))
  const transaction = sample.headers.find((text, at) => !used.has(at) && transactionHeaders.test(normalizeHeader(text)))
  if ((missing.includes('on_hand') || missing.includes('units_sold')) && transaction !== undefined) return faultOf('transaction-log', ` (it has "${transaction}")`)
  if (missing.length === 0) return null
  if (missing.includes('date')) {
    const parts = sample.headers.filter((text) => /^(?:year|month|jahr|monat|annee|mois|ano|anio|mes|anno|mese|jaar|maand|rok|miesiac|ar|manad|年|月)$/.test(normalizeHeader(text)))
    const named = sample.headers.findIndex((text, at) => headerTrust(text, 'date') >= certainFrom && sample.profiles[at]!.filled > 0)
    if (parts.length < 2 && named >= 0) return faultOf('no-dates', `: "${sample.headers[named]!}" has values such as ${sample.profiles[named]!.example.slice(0, 30)}, which are not read as days (2025-03-31 is)`)
    return faultOf('no-dates', parts.length >= 2 ? `; parts of dates stand in ${parts.map((text) => `"${text}"`).join(' and ')}, where one column with the whole date is needed` : '')
  }
  const leftovers = unknownNumbers(sample, columnOf)
  const helpless = missing.filter((field) => (field === 'sku_id' ? unknownIdentifiers(sample, columnOf).length === 0 : leftovers.length === 0))
  return helpless.length > 0 ? faultOfMissingFields(helpless, (field) => whyNot(sample, field)) : null
}

/** Why the columns that come near a field are none for it, with the words of the file; '' where none comes near. */
function whyNot({ headers, profiles }: MappingSample, field: FieldName): string {
  const named = headers.findIndex((text, at) => headerTrust(text, field) >= certainFrom && profiles[at]!.filled > 0 && valueFit(profiles[at]!, field) === 0)
  if (named >= 0) return `"${headers[named]!}" has values such as ${profiles[named]!.example.slice(0, 30)}, which are not plain numbers`
  const other = headers.filter((text) => speaksOfAnother(text, field)).slice(0, 3)
  return other.length === 0 ? '' : `by ${other.map((text) => `"${text}"`).join(' and ')} another quantity is meant`
}
