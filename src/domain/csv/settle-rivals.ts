/** Two columns for one field: does what they hold settle which one is meant? */
import { isMissing, parseNumber } from './parse-number'

/** A column of the file with its texts. */
export interface Candidate {
  readonly column: number
  readonly texts: readonly string[]
}

/** Share of rows that must bear a claim out. */
const nearly = 0.99

/**
 * The on-hand column of two, or null where the values leave it open. Equal columns: the first.
 * One clipped at zero beside one that goes below: the one that goes below, for it says more.
 */
export function settleStock(a: Candidate, b: Candidate, decimal: '.' | ','): number | null {
  let compared = 0
  let equal = 0
  let clippedA = 0
  let clippedB = 0
  let negative = false
  for (let row = 0; row < a.texts.length; row++) {
    const left = parseNumber(a.texts[row]!, decimal)
    const right = parseNumber(b.texts[row]!, decimal)
    if (Number.isNaN(left) || Number.isNaN(right)) continue
    compared++
    if (left === right) equal++
    if (left === Math.max(0, right)) clippedA++
    if (right === Math.max(0, left)) clippedB++
    if (left < 0 || right < 0) negative = true
  }
  if (compared === 0) return null
  if (equal >= nearly * compared && equal === compared) return a.column
  if (negative && clippedB >= nearly * compared) return a.column
  if (negative && clippedA >= nearly * compared) return b.column
  return null
}

/** The identifier of two, or null: where each value of one always stands beside one value of the other, the first will do. */
export function settleIdentifier(a: Candidate, b: Candidate): number | null {
  const there = new Map<string, string>()
  const back = new Map<string, string>()
  for (let row = 0; row < a.texts.length; row++) {
    const left = a.texts[row]!
    const right = b.texts[row]!
    if (isMissing(left) || isMissing(right)) continue
    if ((there.get(left) ?? right) !== right || (back.get(right) ?? left) !== left) return null
    there.set(left, right)
    back.set(right, left)
  }
  return a.column
}

/** Rows from which the share of whole multiples is told. */
const leastCompared = 10

/**
 * Share of the rows with sales in which the figure is a whole multiple of the price: near 1, it is
 * money. Whole units at a price of 1, .50 or .25 are multiples anyway and say nothing. NaN: too few rows that say something.
 */
export function moneyShare(sales: readonly string[], price: readonly string[], decimal: '.' | ','): number {
  let compared = 0
  let multiples = 0
  for (let row = 0; row < sales.length; row++) {
    const amount = parseNumber(sales[row]!, decimal)
    const each = parseNumber(price[row]!, decimal)
    if (!(amount > 0) || !(each > 0)) continue
    if (Number.isInteger(amount) && each <= 1 && Math.abs(1 / each - Math.round(1 / each)) < 0.05) continue
    compared++
    const ratio = amount / each
    // Amounts are rounded to cents.
    if (ratio > 0.5 && Math.abs(ratio - Math.round(ratio)) * each < 0.0101) multiples++
  }
  return compared < leastCompared ? Number.NaN : multiples / compared
}
