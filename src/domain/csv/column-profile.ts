import { isMissing, parseFlag, parseNumber } from './parse-number'
import { parseDate } from './parse-date'

/** What the values of a column look like. Shares are of the cells that hold something. */
export interface ColumnProfile {
  /** Cells that hold something. */
  readonly filled: number
  readonly distinct: number
  readonly dateShare: number
  /** Dates that are no bare numbers: `2025-03-31`, not `20250331` or `45747`. */
  readonly writtenDateShare: number
  /** Days of this century in eight digits, such as `20250331`, while there is more than one of them. */
  readonly compactDateShare: number
  /** Texts with a blank between words, as names have and codes have not. */
  readonly wordyShare: number
  readonly numberShare: number
  readonly integerShare: number
  readonly flagShare: number
  readonly negatives: number
  readonly largest: number
  /** A value to show. */
  readonly example: string
}

const compactDay = /^20[0-4]\d{5}$/

/** Distinct values are counted up to here. */
const distinctMost = 5_000

export function profileColumn(texts: readonly string[], decimal: '.' | ','): ColumnProfile {
  const seen = new Map<string, { date: boolean; written: boolean; compact: boolean; wordy: boolean; number: number; flag: boolean }>()
  let filled = 0
  let dates = 0
  let written = 0
  let compact = 0
  let wordy = 0
  let numbers = 0
  let integers = 0
  let flags = 0
  let negatives = 0
  let largest = 0
  let example = ''
  for (const text of texts) {
    if (isMissing(text)) continue
    filled++
    if (example === '') example = text.trim()
    let look = seen.get(text)
    if (!look) {
      const date = !Number.isNaN(parseDate(text, 'dmy')) || !Number.isNaN(parseDate(text, 'mdy'))
      look = { date, written: date && !/^\d+(?:[.,]\d+)?$/.test(text.trim()), compact: date && compactDay.test(text.trim()), wordy: /\p{L}{2,}\s+\p{L}{2,}|\p{L}{4,}\s/u.test(text.trim()), number: parseNumber(text, decimal), flag: !Number.isNaN(parseFlag(text)) }
      if (seen.size < distinctMost) seen.set(text, look)
    }
    if (look.date) dates++
    if (look.written) written++
    if (look.compact) compact++
    if (look.wordy) wordy++
    if (look.flag) flags++
    if (!Number.isNaN(look.number)) {
      numbers++
      if (Number.isInteger(look.number)) integers++
      if (look.number < 0) negatives++
      largest = Math.max(largest, Math.abs(look.number))
    }
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled)
  return {
    filled,
    distinct: seen.size,
    dateShare: share(dates),
    writtenDateShare: share(written),
    compactDateShare: seen.size > 1 ? share(compact) : 0,
    wordyShare: share(wordy),
    numberShare: share(numbers),
    integerShare: share(integers),
    flagShare: share(flags),
    negatives,
    largest,
    example,
  }
}
