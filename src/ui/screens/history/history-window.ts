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
  let to = length
  while (to > 0 && history.day[to - 1]! > day) to--
  return { from: Math.max(0, to - defaultDays), to }
}
