/** What was changed in an item's own days, in sentences that can be checked against them. */
import type { EpochDay } from '../../../domain/table/extract-table'
import type { RecordMove, SeriesChange } from '../../../domain/what-if/scenario'
import { formatDay } from '../../format/format-day'
import { countOf, formatUnits } from '../../format/format-number'

const unitsOf = (units: number) => `${formatUnits(units)} ${units === 1 ? 'unit' : 'units'}`

/** One sentence for each change, in the order in which they were made. */
export function changeSentences(changes: readonly SeriesChange[], today: EpochDay): readonly string[] {
  return changes.map((change) => {
    switch (change.kind) {
      case 'sale-added':
        return `As if ${unitsOf(change.units)} had sold ${ago(today - change.day)}, on ${formatDay(change.day)}.`
      case 'sales-removed':
        return `As if the last sale had been ${ago(today - change.day)}, on ${formatDay(change.day)} (${unitsOf(change.units)}), and nothing had sold or come in from then to ${formatDay(change.to)}.`
      case 'record':
        return recordSentence(change)
      case 'forecast':
        return `As if every forecast of the file for this item were ${change.factor.toFixed(2)} times as high.`
    }
  })
}

function recordSentence({ by, from, to, fromStart, delivery, unexplained }: RecordMove): string {
  const moved = `The record is ${unitsOf(Math.abs(by))} ${by > 0 ? 'higher' : 'lower'}`
  const days = from === to ? `on ${formatDay(from)}` : `from ${fromStart ? 'its first day in the extract' : formatDay(from)} to ${formatDay(to)}`
  const came = delivery ? `, as if ${unitsOf(delivery.is)} had come in on ${formatDay(from)} instead of ${formatUnits(delivery.was)}` : ''
  const gone = unexplained > 0 ? `; ${unitsOf(unexplained)} of that no delivery explains` : ''
  return `${moved} ${days}${came}${gone}.`
}

function ago(days: number): string {
  return days === 0 ? 'that very day' : `${countOf(days, 'day')} before`
}
