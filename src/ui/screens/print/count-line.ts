/** What stands in a line of the count list, in words. */
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { formatDayOfYear } from '../../format/format-day'
import { countOf, formatUnits } from '../../format/format-number'

/** "14 Nov": the day of the last sale of this extract. */
export function lastSold({ day, daysSinceSale }: Pick<AlertRow, 'day' | 'daysSinceSale'>): string {
  return daysSinceSale === null ? 'never' : formatDayOfYear(day - daysSinceSale)
}

/** Slower than this, a rate a day says nothing to a reader: it is said for a week. */
const slowestDailyRate = 0.95

/** "Sells 2 a day, none for 9 days." Says figures and no verdict, so that it reads the same for every row. */
export function reasonInShort({ unitsPerDay, daysSinceSale }: Pick<AlertRow, 'unitsPerDay' | 'daysSinceSale'>): string {
  const usual = unitsPerDay >= slowestDailyRate ? `${formatUnits(unitsPerDay)} a day` : `${formatUnits(unitsPerDay * 7)} a week`
  if (daysSinceSale === null) return `Should sell ${usual}, never sold.`
  if (daysSinceSale === 0) return `Sells ${usual}, sold that day.`
  return `Sells ${usual}, none for ${countOf(daysSinceSale, 'day')}.`
}
