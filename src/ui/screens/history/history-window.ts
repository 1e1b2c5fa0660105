/** The days that the history draws: the last eight weeks up to the judged day, or all of them. */
import type { SeriesHistory } from '../../../domain/alerts/alert-row'
import type { EpochDay } from '../../../domain/table/extract-table'

export const defaultDays = 56
/** Points that one chart draws at most; a longer history is drawn by its latest days. */
export const mostDays = 400

/** Row range [from, to) of the history. Days after the judged one are drawn too, only with `all`. */
export function historyWindow(history: Pick<SeriesHistory, 'day'>, day: EpochDay, all: boolean): { readonly from: number; readonly to: number } {
  const { length } = history.day
  if (all) return { from: Math.max(0, length - mostDays), to: length }
  const to = judgedRow(history, day) + 1
  return { from: Math.max(0, to - defaultDays), to }
}

/** Days without a sale that end with the judged one, as far back as the row `from` is drawn; null where it sold that day. */
export function silenceWithin(history: Pick<SeriesHistory, 'day' | 'unitsSold'>, day: EpochDay, from: number): { readonly from: EpochDay; readonly to: EpochDay } | null {
  const last = judgedRow(history, day)
  let first = last + 1
  while (first > from && !(history.unitsSold[first - 1]! > 0)) first--
  return first > last ? null : { from: history.day[first]!, to: history.day[last]! }
}

/** The last row up to and including the day; -1 where there is none. */
function judgedRow(history: Pick<SeriesHistory, 'day'>, day: EpochDay): number {
  let row = history.day.length - 1
  while (row >= 0 && history.day[row]! > day) row--
  return row
}
