import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomTable } from '../../testing/random-table'
import { tableFromText } from '../../testing/table-from-text'
import { buildDaySlots } from './day-slots'

describe('buildDaySlots', () => {
  it('gives series of one group the same slot on the same day, and no slot to days that none of them has', () => {
    const table = tableFromText(`store sku day sold on_hand
      1 A 0 1 5
      1 A 1 1 4
      2 A 1 0 9
      2 A 2 0 9
      3 A 200 1 3`)
    const slots = buildDaySlots(table, table.skuOfSeries, 1, 2)
    expect([...slots.firstSlotOfSeries]).toEqual([0, 1, 3])
    expect([...slots.day].map((day) => day - table.day[0]!)).toEqual([0, 1, 2, 200])
    expect([...slots.runStart]).toEqual([0, 0, 0, 3])
  })

  it('gives a SKU that stands in one store alone no slots', () => {
    const table = tableFromText('store sku day sold on_hand\n 1 A 0 1 5\n 2 B 0 1 5\n 3 B 0 1 5')
    expect([...buildDaySlots(table, table.skuOfSeries, 2, 2).firstSlotOfSeries]).toEqual([-1, 0, 0])
  })

  it('never needs more slots than there are rows, and finds the day of every row', () => {
    const tables = fc.record({ seed: fc.nat(), stores: fc.integer({ min: 1, max: 5 }), skus: fc.integer({ min: 1, max: 8 }), days: fc.integer({ min: 2, max: 90 }) }).map(randomTable)
    fc.assert(
      fc.property(tables, (table) => {
        for (const [group, count] of [
          [table.skuOfSeries, table.skus.length],
          [table.storeOfSeries, table.stores.length],
        ] as const) {
          const slots = buildDaySlots(table, group, count, 1)
          expect(slots.slotCount).toBeLessThanOrEqual(table.rowCount)
          for (let s = 0; s < table.seriesCount; s++) {
            const first = slots.firstSlotOfSeries[s]!
            const length = table.seriesStart[s + 1]! - table.seriesStart[s]!
            expect(first).toBeGreaterThanOrEqual(slots.groupStart[group[s]!]!)
            expect(first + length).toBeLessThanOrEqual(slots.groupStart[group[s]! + 1]!)
            for (let i = 0; i < length; i++) expect(slots.day[first + i]).toBe(table.day[table.seriesStart[s]! + i])
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})
