import type { MeasuredRows } from './measured-rows'

/** The pairs of store and day on which measured rows stand. */
export interface StoreDays {
  readonly count: number
  /** By row: dense number of its store and day, from 0. */
  readonly of: Uint32Array
}

const known = new WeakMap<MeasuredRows, StoreDays>()

/** Numbers the store-days of the rows; kept as long as the rows are. */
export function storeDays(rows: MeasuredRows): StoreDays {
  const before = known.get(rows)
  if (before) return before
  let first = Infinity
  let last = -Infinity
  for (let row = 0; row < rows.rows; row++) {
    first = Math.min(first, rows.day[row]!)
    last = Math.max(last, rows.day[row]!)
  }
  const days = rows.rows === 0 ? 0 : last - first + 1
  // A table of stores x days, and numbers in the order in which they turn up: 0 is one not yet seen.
  const numbers = new Uint32Array(rows.stores * days)
  const of = new Uint32Array(rows.rows)
  let count = 0
  for (let row = 0; row < rows.rows; row++) {
    const cell = rows.store[row]! * days + rows.day[row]! - first
    if (numbers[cell] === 0) numbers[cell] = ++count
    of[row] = numbers[cell]! - 1
  }
  const made = { count, of }
  known.set(rows, made)
  return made
}
