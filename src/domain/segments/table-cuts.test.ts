import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnSegments, ownThresholds } from '../../testing/drawn-segments'
import { randomTable } from '../../testing/random-table'
import { factCuts } from '../alerts/today/fact-cuts'
import { drawnToday } from '../../testing/drawn-today'
import type { SeriesText } from '../table/extract-table'
import { labelKey } from './segment'
import { ownThresholdOf, velocityLabel } from './segment-thresholds'
import { tableCuts } from './table-cuts'

const names = { store: ['S0', 'S1', '7', '007'], category: ['Dairy', 'Bread'], department: ['Fresh', 'Dry'] }

const named = (text: SeriesText | null, series: number) => (text && text.codes[series]! >= 0 ? text.values[text.codes[series]!]! : null)

/** Rates at the edges of bands, and far from them. */
const rates: fc.Arbitrary<fc.Stream<number>> = fc.infiniteStream(fc.oneof(fc.constantFrom(0, 0.1, 0.3, 1, 3, 0.29999999999, 0.30000000001, NaN), fc.double({ min: 0, max: 9, noNaN: true })))

it('every row of a table has the threshold that a row alone has', () => {
  fc.assert(
    fc.property(fc.nat(1000), drawnSegments(names), rates, (seed, segments, drawn) => {
      const table = randomTable({ seed, stores: 3, skus: 6, days: 12 })
      const unitsPerDay = Float64Array.from(drawn.take(table.rowCount))
      const cuts = tableCuts({ table, unitsPerDay }, segments)
      for (let series = 0; series < table.seriesCount; series++) {
        for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
          const placed = { store: table.stores[table.storeOfSeries[series]!]!, category: named(table.text.category, series), department: named(table.text.department, series), unitsPerDay: unitsPerDay[row]! }
          const own = ownThresholdOf(segments, placed)
          if (own) expect(cuts[row]).toBe(Math.fround(own.threshold))
          else expect(cuts[row]).toBeNaN()
        }
      }
    }),
  )
})

it('so has every entry of today’s facts', () => {
  fc.assert(
    fc.property(drawnToday, drawnSegments(names), ({ facts }, segments) => {
      const cuts = factCuts(facts, segments)
      for (let i = 0; i < facts.rows.length; i++) {
        const { category, department } = facts.places[facts.place[i]!]!
        const own = ownThresholdOf(segments, { store: facts.stores[facts.store[i]!]!, category, department, unitsPerDay: facts.unitsPerDay[i]! })
        if (own) expect(cuts[i]).toBe(Math.fround(own.threshold))
        else expect(cuts[i]).toBeNaN()
      }
    }),
  )
})

it('a rate belongs to one band, whether it is held as float64 or as float32', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(0.1, 0.3, 1, 3, 0.29999999999), fc.double({ min: 0, max: 9, noNaN: true })), (rate) => {
      expect(labelKey(velocityLabel(rate))).toBe(labelKey(velocityLabel(Math.fround(rate))))
    }),
  )
})

it('a row without a name, or of a segment that nobody knew, follows the common threshold', () => {
  const byCategory = ownThresholds('category', [[{ kind: 'name', name: 'Dairy' }, 0.4]])
  const row = { store: '1', category: null, department: null, unitsPerDay: 1 }
  expect(ownThresholdOf(byCategory, row)).toBeNull()
  expect(ownThresholdOf(byCategory, { ...row, category: 'dairy' })).toBeNull()
  expect(ownThresholdOf(byCategory, { ...row, category: 'Dairy' })?.threshold).toBe(0.4)
  expect(ownThresholdOf(null, row)).toBeNull()
})
