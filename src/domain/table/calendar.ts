/** What the days that a file leaves out mean, and which of them are filled in. */
import type { TableRows } from './table-rows'

/**
 * `sparse`: rows stand only on days with movement, so a day left out sold nothing.
 * `dense`: every day should have a row, so of a day left out nothing is known.
 */
export type Calendar = 'sparse' | 'dense'

/** Longest run of left-out days that is bridged in a dense extract. */
export const longestDenseGap = 60

/** A sparse extract leaves out at least this share of the days between an item's first and last row ... */
const sparseMissingShare = 0.1
/** ... and has at most this share of rows on which nothing moved. A dense extract of slow movers has most. */
const sparseStillShare = 0.03

/** Filled days may number this many times the rows, plus `fillAllowance`; beyond, long gaps stay open. */
const fillPerRow = 3
const fillAllowance = 100_000
/** A sparse extract of slow movers is mostly filled days: it may always have this many. */
const sparseFillAllowance = 2_000_000

/**
 * Decides from the rows themselves. `kept` lists row numbers by store-item and day, each
 * (store, SKU, day) once. A row is still when it sold, received and adjusted nothing and its
 * on-hand is that of the row before.
 */
export function detectCalendar(rows: TableRows, kept: Uint32Array): Calendar {
  const { unitsReceived, unitsAdjusted } = rows.optional
  let pairs = 0
  let still = 0
  let missing = 0
  for (let i = 1; i < kept.length; i++) {
    const row = kept[i]!
    const before = kept[i - 1]!
    if (rows.sku[row] !== rows.sku[before] || rows.store[row] !== rows.store[before]) continue
    pairs++
    missing += rows.day[row]! - rows.day[before]! - 1
    const moved =
      rows.unitsSold[row] !== 0 ||
      (unitsReceived !== null && unitsReceived[row]! > 0) ||
      (unitsAdjusted !== null && Math.abs(unitsAdjusted[row]!) > 0) ||
      rows.onHand[row] !== rows.onHand[before]
    if (!moved) still++
  }
  if (pairs === 0) return 'dense'
  return missing >= sparseMissingShare * (pairs + missing) && still <= sparseStillShare * pairs ? 'sparse' : 'dense'
}

/**
 * The longest gap (days left out in a row) that is filled, such that the filled days stay within
 * what memory allows. `gapLengths` holds one entry a gap.
 */
export function longestGapToFill(calendar: Calendar, rowCount: number, gapLengths: readonly number[]): number {
  const budget = Math.max(fillPerRow * rowCount + fillAllowance, calendar === 'sparse' ? sparseFillAllowance : 0)
  const limit = calendar === 'dense' ? longestDenseGap : Number.POSITIVE_INFINITY
  const ascending = Int32Array.from(gapLengths).sort()
  let filled = 0
  for (const length of ascending) {
    if (length > limit || filled + length > budget) return Math.min(limit, length - 1)
    filled += length
  }
  return limit
}
