import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatDay, formatDayLong, fromDateInput, toDateInput } from './format-day'

it('writes the month in letters, whatever the time zone', () => {
  expect(formatDay(0)).toBe('1 Jan 1970')
  expect(formatDayLong(20_361)).toBe('Tue, 30 Sept 2025')
})

it('gives back the day that a date input was given', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
      expect(fromDateInput(toDateInput(day))).toBe(day)
    }),
  )
})

it('takes no day from an empty date input', () => {
  expect(fromDateInput('')).toBeNull()
})
