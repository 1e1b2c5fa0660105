import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureCount } from '../features/catalog'
import { computeFeatureBlock } from '../features/compute-block'
import { buildFeatureContext } from '../features/context'
import type { ExtractTable } from '../table/extract-table'
import { randomTable } from '../../testing/random-table'
import { drawnDayZero, tableFromText } from '../../testing/table-from-text'
import { gatherFacts } from './gather-facts'
import type { RowFacts } from './row-facts'

function factsOf(table: ExtractTable, series: number, row: number): RowFacts {
  const context = buildFeatureContext(table)
  const { values } = computeFeatureBlock(context, series, series + 1)
  const at = row - table.seriesStart[series]!
  return gatherFacts(context, series, row, values.subarray(at * featureCount, (at + 1) * featureCount))
}
const lastOf = (drawing: string) => {
  const table = tableFromText(drawing)
  return factsOf(table, 0, table.seriesStart[1]! - 1)
}

describe('the facts of a row', () => {
  it('count the silence from the day after the last sale', () => {
    const facts = lastOf('day sold on_hand\n 0 3 9\n 1 1 8\n 2 0 8\n 3 - 8\n 4 0 8')
    expect(facts).toMatchObject({ silentDays: 3, unknownDays: 1, soldBefore: { units: 4, days: 2 }, record: { since: drawnDayZero + 1, fromStart: false } })
    expect(facts.lastSale).toEqual({ day: drawnDayZero + 1, units: 1 })
  })

  it('of an item that never sold go back to its first day', () => {
    expect(lastOf('day sold on_hand\n 0 0 4\n 1 0 4\n 2 0 4')).toMatchObject({ lastSale: null, silentDays: 3, soldBefore: null, record: { fromStart: true } })
  })

  it('leave days without stock out of earlier silences', () => {
    expect(lastOf('day sold on_hand\n 0 1 2\n 1 0 2\n 2 0 0\n 3 0 0\n 4 2 6\n 5 0 6').longestEarlierSilence).toBe(1)
  })

  it('tell deliveries after the last sale apart, and none where no column tells them', () => {
    const { deliveries } = lastOf('day sold on_hand received\n 0 1 9 4\n 1 0 9 0\n 2 0 15 6\n 3 0 15 0')
    expect(deliveries).toMatchObject({ last: { day: drawnDayZero + 2, units: 6 }, since: { count: 1, units: 6 } })
    expect(lastOf('day sold on_hand\n 0 1 9\n 1 0 15').deliveries).toBeNull()
  })

  it('count what other stores sold since the last sale here, and nothing of other items', () => {
    const facts = lastOf('store sku day sold on_hand\n 1 A 0 5 9\n 1 A 1 0 9\n 1 A 2 0 9\n 2 A 0 7 9\n 2 A 1 2 9\n 2 A 2 1 9\n 3 A 0 4 9\n 3 A 1 0 9\n 3 A 2 0 9\n 2 B 0 8 9\n 2 B 1 8 9\n 2 B 2 8 9')
    expect(facts.otherStores).toEqual({ stores: 2, selling: 1, sold: 3, days: 2 })
  })

  it('name the day on which the price changed last, over days without a price', () => {
    expect(lastOf('day sold on_hand price\n 0 1 9 2\n 1 0 9 -\n 2 0 9 3\n 3 0 9 3').priceChange).toEqual({ day: drawnDayZero + 2, from: 2, to: 3 })
  })

  it('never read a later day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (seed, pick) => {
        const table = randomTable({ seed, stores: 3, skus: 3, days: 40 })
        if (table.seriesCount === 0) return
        const series = pick % table.seriesCount
        const row = table.seriesStart[series]! + (pick % (table.seriesStart[series + 1]! - table.seriesStart[series]!))
        const day = table.day[row]!
        const blank = (values: Float64Array) => values.map((value, at) => (table.day[at]! > day ? 77 : value))
        const optional = Object.fromEntries(Object.entries(table.optional).map(([name, values]) => [name, values && blank(values)])) as ExtractTable['optional']
        const future = { ...table, onHand: blank(table.onHand), unitsSold: blank(table.unitsSold), optional }
        expect(factsOf(future, series, row)).toEqual(factsOf(table, series, row))
      }),
      { numRuns: 60 },
    )
  })
})
