/** Whether `03/04/2025` has the day or the month first: decided for the whole column. */
import type { DateOrder } from './mapping'
import { openParts, parseDate } from './parse-date'

export interface DateOrderEvidence {
  readonly order: DateOrder
  /** False where both readings make sense. */
  readonly certain: boolean
  /** What leaves it open, in a sentence; null where there is no date that could be read both ways. */
  readonly doubt: string | null
}

/** Dates that deny the order of the others, as a share of those that bear it out: up to here they are slips. */
const slipShare = 0.1

/**
 * A part over 12 settles it; so do points between the parts, which are only written day first, and
 * two-digit years in front (the last part runs through the days while the first stands still).
 * Else the reading whose steps from row to row of one store-item are single days. `ymd` also
 * stands for all spellings that leave nothing open.
 *
 * @param texts the date column
 * @param keys store and SKU of the same rows
 */
export function dateOrder(texts: readonly string[], keys: readonly string[]): DateOrderEvidence {
  const distinct = [...new Set(texts)]
  const open = distinct.flatMap((text) => {
    const parts = openParts(text)
    // Both over 12 is a slip of the pen under any order, and says nothing of the column's.
    return parts && Math.min(parts[0], parts[1]) <= 12 ? [{ text, parts, last: parts[2] }] : []
  })
  const first = open[0]
  if (!first) return { order: 'ymd', certain: true, doubt: null }

  const firsts = new Set(open.map(({ parts }) => parts[0]))
  const lasts = new Set(open.map(({ last }) => last))
  const shortLast = open.every(({ last }) => last.length === 2)
  if (shortLast && Math.min(...firsts) >= 20 && lasts.size > 2 && firsts.size < lasts.size) {
    return { order: 'ymd', certain: true, doubt: null }
  }
  const over = (at: 0 | 1) => open.filter(({ parts }) => parts[at] > 12).length
  const textOver = (at: 0 | 1) => open.find(({ parts }) => parts[at] > 12)!.text
  const dayFirst = over(0)
  const monthFirst = over(1)
  if (dayFirst + monthFirst > 0) {
    const order = dayFirst >= monthFirst ? 'dmy' : 'mdy'
    // A slip or two is a bad cell; more are two exports in one file, and then no reading is right for all.
    const mixed = Math.min(dayFirst, monthFirst) > slipShare * Math.max(dayFirst, monthFirst)
    return { order, certain: !mixed, doubt: mixed ? `Both ${textOver(0)} and ${textOver(1)} stand in it.` : null }
  }
  if (open.every(({ text }) => /^\D*\d+\.\s?\d+\./.test(text))) return { order: 'dmy', certain: true, doubt: null }

  const steps = { dmy: singleDaySteps(texts, keys, 'dmy'), mdy: singleDaySteps(texts, keys, 'mdy') }
  const order = steps.dmy >= steps.mdy ? 'dmy' : 'mdy'
  const [more, less] = order === 'dmy' ? [steps.dmy, steps.mdy] : [steps.mdy, steps.dmy]
  return { order, certain: more >= 0.3 && less < 0.5 * more, doubt: `${first.text} can be read both ways.` }
}

/** Share of the steps between rows of one store-item that are one day, up or down. */
function singleDaySteps(texts: readonly string[], keys: readonly string[], order: DateOrder): number {
  const lastDay = new Map<string, number>()
  const days = new Map<string, number>()
  let steps = 0
  let single = 0
  texts.forEach((text, row) => {
    let day = days.get(text)
    if (day === undefined) days.set(text, (day = parseDate(text, order)))
    if (Number.isNaN(day)) return
    const key = keys[row]!
    const before = lastDay.get(key)
    lastDay.set(key, day)
    if (before === undefined || before === day) return
    steps++
    if (Math.abs(day - before) === 1) single++
  })
  return steps === 0 ? 0 : single / steps
}
