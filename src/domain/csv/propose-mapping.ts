import { bestAssignment } from './best-assignment'
import { type ColumnProfile, profileColumn } from './column-profile'
import { dateOrder } from './date-order'
import { decimalMark } from './decimal-mark'
import { faultOf, faultOfMissingFields } from './fault-sentences'
import { type FieldName, fieldNamed, fields } from './fields'
import { transactionHeaders } from './header-aliases'
import { isPeriodHeader, normalizeHeader } from './header-words'
import { certainFrom, type FieldMatch, type Mapping, type MappingProposal, type Question, type QuestionOption } from './mapping'
import { headerTrust, isSpokenFor, suit, type Suit } from './match-columns'
import { parseDate } from './parse-date'
import { isMissing } from './parse-number'
import type { Fault, Outcome } from './problems'
import { moneyShare, settleIdentifier, settleStock } from './settle-rivals'
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

interface Sample {
  readonly headers: readonly string[]
  /** Texts by column. */
  readonly columns: readonly (readonly string[])[]
  readonly profiles: readonly ColumnProfile[]
  readonly decimal: '.' | ','
}

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
  const sample: Sample = { headers, columns, profiles, decimal: mark.decimal }

  const chosen = findOverrides(headers, overrides)
  if (!chosen.ok) return chosen
  const suits = fields.map(({ name }) => headers.map((text, at) => suit(text, profiles[at]!, name)))
  const { matches, questions } = match(sample, suits, chosen.value)
  const columnOf: Partial<Record<FieldName, number>> = Object.fromEntries(matches.map(({ field, column }) => [field, column]))

  const missing = fields.filter(({ name, need }) => need === 'always' && columnOf[name] === undefined).map(({ name }) => name)
  const fault = faultOfSample(sample, columnOf, missing)
  if (fault) return { ok: false, fault }
  for (const field of missing) questions.push(questionOfMissing(sample, columnOf, field))

  const dates = columnOf.date === undefined ? [] : columns[columnOf.date]!
  const keys = data.map((_, row) => `${cellOf(sample, columnOf.store_id, row)}\n${cellOf(sample, columnOf.sku_id, row)}`)
  const order = dateOrder(dates, keys)
  if (!order.certain) questions.unshift(questionOfDateOrder(headers[columnOf.date!]!, order.example!, order.order === 'mdy'))
  const mattersHere = matches.some(({ field, column }) => fieldNamed(field).kind === 'number' && numeric.includes(column))
  if (!mark.certain && mattersHere) questions.push(questionOfDecimal(mark.example!, mark.decimal))

  return {
    ok: true,
    value: {
      dialect,
      headers,
      preview: data.slice(0, previewRecords).map(({ cells }) => cells),
      mapping: { columns: columnOf, dateOrder: order.order, decimal: mark.decimal },
      matches,
      questions,
      missing,
    },
  }
}

function cellOf(sample: Sample, column: number | undefined, row: number): string {
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
  sample: Sample,
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

function settle(sample: Sample, field: FieldName, column: number, rival: number): number | null {
  const [a, b] = [column, rival].map((at) => ({ column: at, texts: sample.columns[at]! }))
  if (field === 'store_id' || field === 'sku_id') return settleIdentifier(a!, b!)
  if (field === 'date') return sameTexts(a!.texts, b!.texts) ? column : null
  return settleStock(a!, b!, sample.decimal)
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.every((text, row) => text === b[row])
}

/** Sales that are whole multiples of the price are money: the match is doubted and asked about. */
function askMoney(sample: Sample, matches: readonly FieldMatch[], questions: Question[]): FieldMatch[] {
  const sold = matches.find(({ field }) => field === 'units_sold')
  const price = matches.find(({ field }) => field === 'price')
  if (!sold || !price || sold.confidence === 1 || sample.profiles[sold.column]!.integerShare >= 0.98) return [...matches]
  const share = moneyShare(sample.columns[sold.column]!, sample.columns[price.column]!, sample.decimal)
  if (!(share >= 0.9)) return [...matches]
  if (!questions.some(({ id }) => id === 'units_sold')) questions.push(questionOfField(sample, 'units_sold', sold.column, []))
  const reason = `"${sample.headers[sold.column]!}" looks like money: its values are whole multiples of "${sample.headers[price.column]!}".`
  return matches.map((entry) => (entry === sold ? { ...sold, confidence: 0.5, reason } : entry))
}

/** Numbers of which nothing is known: what is still missing may be among them. */
function unknownNumbers(sample: Sample, columnOf: Mapping['columns']): readonly number[] {
  const used = new Set(Object.values(columnOf))
  return sample.headers.flatMap((text, at) => (!used.has(at) && text.trim() !== '' && sample.profiles[at]!.numberShare >= 0.75 && !isSpokenFor(text) ? [at] : []))
}

function faultOfSample(sample: Sample, columnOf: Mapping['columns'], missing: readonly FieldName[]): Fault | null {
  const used = new Set(Object.values(columnOf))
  const transaction = sample.headers.find((text, at) => !used.has(at) && transactionHeaders.test(normalizeHeader(text)))
  if ((missing.includes('on_hand') || missing.includes('units_sold')) && transaction !== undefined) return faultOf('transaction-log', ` (it has "${transaction}")`)
  if (missing.length === 0) return null
  if (missing.includes('date')) return faultOf('no-dates')
  const leftovers = unknownNumbers(sample, columnOf)
  const helpless = missing.filter((field) => (field === 'sku_id' ? unknownIdentifiers(sample, columnOf).length === 0 : leftovers.length === 0))
  return helpless.length > 0 ? faultOfMissingFields(helpless) : null
}

function unknownIdentifiers(sample: Sample, columnOf: Mapping['columns']): readonly number[] {
  const used = new Set(Object.values(columnOf))
  return sample.headers.flatMap((text, at) => {
    const profile = sample.profiles[at]!
    return !used.has(at) && profile.distinct > 1 && profile.writtenDateShare < 0.5 && headerTrust(text, 'store_id') === 0 ? [at] : []
  })
}

function describe(sample: Sample, column: number): string {
  const { example } = sample.profiles[column]!
  return `"${sample.headers[column]!}"${example === '' ? '' : ` (such as ${example.slice(0, 30)})`}`
}

function questionOfField(sample: Sample, field: FieldName, column: number, rivals: readonly number[]): Question {
  const { label, meaning, need } = fieldNamed(field)
  const options: QuestionOption[] = [column, ...rivals].map((at) => ({ label: describe(sample, at), change: { columns: { [field]: at } } }))
  // Where it is required, "none of them" would only stop the work: another column can be chosen on the screen.
  if (need !== 'always') options.push({ label: 'None of the columns', change: { columns: { [field]: null } } })
  const names = [column, ...rivals].map((at) => describe(sample, at)).join(' or ')
  const text = rivals.length > 0 ? `Which column is ${label.toLowerCase()}: ${names}? ${meaning}` : `Is ${names} the column for ${label.toLowerCase()}? ${meaning}`
  return { id: field, text, options }
}

function questionOfMissing(sample: Sample, columnOf: Mapping['columns'], field: FieldName): Question {
  const { label, meaning } = fieldNamed(field)
  const candidates = field === 'sku_id' ? unknownIdentifiers(sample, columnOf) : unknownNumbers(sample, columnOf)
  return {
    id: field,
    text: `No column name says ${label.toLowerCase()}. Which one holds it? ${meaning}`,
    options: candidates.map((at) => ({ label: describe(sample, at), change: { columns: { [field]: at } } })),
  }
}

function questionOfDateOrder(header: string, example: string, monthFirst: boolean): Question {
  const dayFirst: QuestionOption = { label: 'Day first (31/12/2025)', change: { dateOrder: 'dmy' } }
  const month: QuestionOption = { label: 'Month first (12/31/2025)', change: { dateOrder: 'mdy' } }
  return {
    id: 'date-order',
    text: `How are the dates in "${header}" written? ${example} can be read both ways.`,
    options: monthFirst ? [month, dayFirst] : [dayFirst, month],
  }
}

function questionOfDecimal(example: string, decimal: '.' | ','): Question {
  const mark = example.includes(',') ? ',' : '.'
  const options: QuestionOption[] = [
    { label: `${example} is about ${example.replace(/[.,]\d+.*$/, '')}: a decimal ${mark === ',' ? 'comma' : 'point'}`, change: { decimal: mark } },
    { label: `${example} is ${example.replace(/[.,]/, '')}: thousands`, change: { decimal: mark === ',' ? '.' : ',' } },
  ]
  return {
    id: 'decimal',
    text: `How are numbers written? ${example} can be read both ways.`,
    options: decimal === mark ? options : [options[1]!, options[0]!],
  }
}
