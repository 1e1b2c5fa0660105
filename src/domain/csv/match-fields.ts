/** The pairing of fields with columns, and the questions that it leaves open. */
import { bestAssignment } from './best-assignment'
import { type FieldName, fields } from './fields'
import { certainFrom, type FieldMatch, type Question } from './mapping'
import { questionOfField } from './mapping-questions'
import type { MappingSample } from './mapping-sample'
import type { Suit } from './match-columns'
import { moneyShare, settleIdentifier, settleStock } from './settle-rivals'
import { stockMoment } from './stock-moment'

/** A rival this much less likely than the chosen column is no rival. */
const rivalMargin = 0.1
/** Below, a match is not even asked about. */
const leastConfidence = 0.5

/** Fields for which a second good column is a question. */
const contested: readonly FieldName[] = ['date', 'store_id', 'sku_id', 'on_hand', 'units_sold']

/** The best pairing of fields and columns, and what it leaves open. */
export function matchFields(
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
export function askMoment(sample: MappingSample, matches: readonly FieldMatch[], questions: Question[], days: readonly number[], keys: readonly string[]): readonly FieldMatch[] {
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

