/** Days as the screens write them: month in letters, so that day and month are never mistaken. */
import type { EpochDay } from '../../domain/table/extract-table'

const millisecondsPerDay = 86_400_000
const long = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const axis = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** "14 Nov 2026". */
export function formatDay(day: EpochDay): string {
  return short.format(day * millisecondsPerDay)
}

/** "Sat, 14 Nov 2026". */
export function formatDayLong(day: EpochDay): string {
  return long.format(day * millisecondsPerDay)
}

/** "14 Nov", where the year is plain from the rest. */
export function formatDayOfYear(day: EpochDay): string {
  return axis.format(day * millisecondsPerDay)
}

/** "2026-11-14": what a date input holds. */
export function toDateInput(day: EpochDay): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The day of a date input; null while it holds none. */
export function fromDateInput(text: string): EpochDay | null {
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(milliseconds) ? null : milliseconds / millisecondsPerDay
}
