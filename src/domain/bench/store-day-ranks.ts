import type { MeasuredRows } from './measured-rows'
import { storeDays } from './store-days'

/** Rows by falling score within their store and day; rows without a score are left out. */
export interface StoreDayRanks {
  /** Row numbers, store-day after store-day, likeliest first. */
  readonly rows: Uint32Array
  /** Store-day d owns `rows[start[d]]` up to, not including, `rows[start[d + 1]]`. */
  readonly start: Uint32Array
}

const known = new WeakMap<Float32Array, StoreDayRanks>()

/** Ranks the scores within each store-day; kept as long as the scores are. */
export function storeDayRanks(rows: MeasuredRows, scores: Float32Array): StoreDayRanks {
  const before = known.get(scores)
  if (before) return before
  const { count, of } = storeDays(rows)
  const start = new Uint32Array(count + 1)
  for (let row = 0; row < rows.rows; row++) if (!Number.isNaN(scores[row]!)) start[of[row]! + 1]!++
  for (let d = 0; d < count; d++) start[d + 1]! += start[d]!
  const ranked = new Uint32Array(start[count]!)
  const next = start.slice()
  for (let row = 0; row < rows.rows; row++) if (!Number.isNaN(scores[row]!)) ranked[next[of[row]!]!++] = row
  const falling = (a: number, b: number): number => scores[b]! - scores[a]!
  for (let d = 0; d < count; d++) ranked.subarray(start[d], start[d + 1]).sort(falling)
  const made = { rows: ranked, start }
  known.set(scores, made)
  return made
}
