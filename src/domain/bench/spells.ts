import type { MeasuredRows } from './measured-rows'

/** Shorter spells end before anyone could act on an alert. The same in training/pipeline/episodes.py. */
export const fewestSpellDays = 3

/** Spells of phantom stock of at least `fewestSpellDays` measured days. Spell s owns rows `first[s]` up to, not including, `end[s]`. */
export interface Spells {
  readonly first: Uint32Array
  readonly end: Uint32Array
  /**
   * 1 where the day before the spell was measured, and not phantom: its first day is known. Only such
   * spells say how long finding takes; of the others evidence had been gathered before they came into sight.
   */
  readonly seenFromStart: Uint8Array
}

const known = new WeakMap<MeasuredRows, Spells>()

/** The spells of the rows: phantom rows of one store-item on consecutive days. A day that is not measured ends a spell: what was so on it is not known. */
export function spells(rows: MeasuredRows): Spells {
  const before = known.get(rows)
  if (before) return before
  const first: number[] = []
  const end: number[] = []
  const seen: number[] = []
  const { labels, item, day } = rows
  const follows = (row: number): boolean => row > 0 && item[row] === item[row - 1] && day[row]! - day[row - 1]! === 1
  let row = 0
  while (row < rows.rows) {
    if (labels[row] !== 1) {
      row++
      continue
    }
    const from = row++
    while (row < rows.rows && labels[row] === 1 && follows(row)) row++
    if (row - from < fewestSpellDays) continue
    first.push(from)
    end.push(row)
    // `follows` and not part of a spell before: that row is measured and sound.
    seen.push(follows(from) ? 1 : 0)
  }
  const made = { first: Uint32Array.from(first), end: Uint32Array.from(end), seenFromStart: Uint8Array.from(seen) }
  known.set(rows, made)
  return made
}
