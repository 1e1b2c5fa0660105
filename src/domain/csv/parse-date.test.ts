import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { epochDay, firstPlausibleDay, isoDay, lastPlausibleDay, parseDate } from './parse-date'

describe('parseDate', () => {
  it.each([
    ['2025-03-04', 'ymd'],
    ['2025/3/4', 'ymd'],
    ['2025.03.04', 'ymd'],
    ['20250304', 'ymd'],
    ['2025-03-04T00:00:00Z', 'ymd'],
    ['2025-03-04 23:59:59.123+02:00', 'ymd'],
    ['2025-03-04 00:00:00', 'ymd'],
    ['04.03.2025', 'dmy'],
    ['4/3/2025', 'dmy'],
    ['04-03-25', 'dmy'],
    ['4. 3. 2025', 'dmy'],
    ['04.03.2025 06:30', 'dmy'],
    ['03/04/2025', 'mdy'],
    ['3/4/25', 'mdy'],
    ['3/4/2025 12:00:00 AM', 'mdy'],
    ['25-03-04', 'ymd'],
    ['4-Mar-2025', 'ymd'],
    ['04-MAR-25', 'ymd'],
    ['4 mars 2025', 'dmy'],
    ['4. März 2025', 'dmy'],
    ['4 de marzo de 2025', 'dmy'],
    ['Tue, 4 Mar 2025', 'ymd'],
    ['March 4, 2025', 'ymd'],
    ['Mar 4th, 2025', 'ymd'],
    ['2025年3月4日', 'ymd'],
    ['2025年03月04日(火)', 'ymd'],
    ['45720', 'ymd'],
    ['45720.75', 'ymd'],
    [' 2025-03-04 ', 'ymd'],
  ] as const)('%s (%s) is 4 March 2025', (text, order) => {
    expect(isoDay(parseDate(text, order))).toBe('2025-03-04')
  })

  it.each(['2025-02-30', '31/04/2025', '2025-13-01', '13/13/2025', 'Total', '', '12', '2025-03', '1/2', 'Maybe 4, 2025', '2025-03-04-05'])('%s is no day', (text) => {
    expect(parseDate(text, 'dmy')).toBeNaN()
  })

  it('reads back every plausible day in every numeric order', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstPlausibleDay, max: lastPlausibleDay }), (day) => {
        const [y, m, d] = isoDay(day).split('-') as [string, string, string]
        expect([parseDate(`${y}-${m}-${d}`, 'ymd'), parseDate(`${d}/${m}/${y}`, 'dmy'), parseDate(`${m}/${d}/${y}`, 'mdy'), parseDate(`${y}${m}${d}`, 'ymd')]).toEqual([day, day, day, day])
      }),
    )
  })

  it('counts days from 1970-01-01', () => {
    expect([epochDay(1970, 1, 1), epochDay(2024, 2, 29), epochDay(2025, 2, 29)]).toEqual([0, 19782, Number.NaN])
  })
})
