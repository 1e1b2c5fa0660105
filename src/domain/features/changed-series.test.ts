import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomNumbers, randomTable } from '../../testing/random-table'
import type { ExtractTable } from '../table/extract-table'
import { oneSeries } from '../table/one-series'
import { featureCatalog, featureCount, featureNames } from './catalog'
import { changedSeries } from './changed-series'
import { computeFeatureBlock } from './compute-block'
import { buildFeatureContext } from './context'

const shapes = fc.record({ seed: fc.nat(), stores: fc.integer({ min: 1, max: 4 }), skus: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 2, max: 170 }) })
const tables = shapes.map(randomTable).filter((table) => table.rowCount > 1)
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })

/** A series, and how many of its days are looked at. */
function pick(table: ExtractTable, ofSeries: number, ofDays: number): { readonly series: number; readonly days: number } {
  const series = Math.floor(ofSeries * table.seriesCount)
  const length = table.seriesStart[series + 1]! - table.seriesStart[series]!
  return { series, days: 1 + Math.floor(ofDays * length) }
}

/** The table with the days of one series exchanged. */
function withSeries(table: ExtractTable, series: number, changed: ExtractTable): ExtractTable {
  const from = table.seriesStart[series]!
  const put = (whole: Float64Array, part: Float64Array) => {
    const out = whole.slice()
    out.set(part, from)
    return out
  }
  const optional = { ...table.optional }
  if (optional.unitsReceived && changed.optional.unitsReceived) optional.unitsReceived = put(optional.unitsReceived, changed.optional.unitsReceived)
  return { ...table, onHand: put(table.onHand, changed.onHand), unitsSold: put(table.unitsSold, changed.unitsSold), optional }
}

describe('a series computed apart from its extract', () => {
  it('has the very features that it has among the others, to the last bit, where nothing is changed', () => {
    fc.assert(
      fc.property(tables, share, share, (table, ofSeries, ofDays) => {
        const context = buildFeatureContext(table)
        const { series, days } = pick(table, ofSeries, ofDays)
        const apart = computeFeatureBlock(changedSeries(context, series, oneSeries(table, series, days)), 0, 1).values
        const among = computeFeatureBlock(context, series, series + 1).values.subarray(0, days * featureCount)
        for (let at = 0; at < among.length; at++) {
          if (!Object.is(apart[at], among[at])) expect.fail(`${featureNames[at % featureCount]}: ${apart[at]} against ${among[at]}`)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('has, where it is changed, the features of an extract that was so from the start, but for what is held', () => {
    const random = randomNumbers(7)
    let far = 0
    let compared = 0
    for (let run = 0; run < 5; run++) {
      const table = randomTable({ seed: 500 + run, stores: 4, skus: 40, days: 120 })
      const { series } = pick(table, random(), 0)
      const days = table.seriesStart[series + 1]! - table.seriesStart[series]!
      const changed = oneSeries(table, series)
      for (let day = Math.max(0, days - 20); day < days; day++) {
        changed.unitsSold[day] = day === days - 5 ? 3 : 0
        changed.onHand[day] = changed.onHand[day]! + 6
      }
      const apart = computeFeatureBlock(changedSeries(buildFeatureContext(table), series, changed), 0, 1).values
      const among = computeFeatureBlock(buildFeatureContext(withSeries(table, series, changed)), series, series + 1).values
      for (let at = 0; at < among.length; at++) {
        const { name, family } = featureCatalog[at % featureCount]!
        // These look at the series alone.
        if (family === 'ledger' || family === 'calendar' || family === 'price' || family === 'history') expect(Object.is(apart[at], among[at]), name).toBe(true)
        const off = Math.abs(apart[at]! - among[at]!) / Math.max(0.5, Math.abs(apart[at]!), Math.abs(among[at]!))
        if (off > 0) compared++
        if (off > 0.1) far++
      }
    }
    // What is held moves some features, hardly any by a tenth of their size.
    expect(compared).toBeGreaterThan(100)
    expect(far / compared).toBeLessThan(0.01)
  }, 60_000)

  it('moves what it gives to others: a category hears of its sale', () => {
    const table = randomTable({ seed: 11, stores: 3, skus: 20, days: 90 })
    const context = buildFeatureContext(table)
    const series = table.seriesStart.findIndex((start, s) => (table.seriesStart[s + 1] ?? start) - start === 90)
    const changed = oneSeries(table, series)
    changed.unitsSold.fill(5)
    changed.onHand.fill(50)
    const { store, recency, sku } = changedSeries(context, series, changed)
    const slot = store.slots.firstSlotOfSeries[0]! + 89
    const first = context.store.slots.firstSlotOfSeries[series]!
    expect(store.soldSoFar[slot]).toBeGreaterThan(context.store.soldSoFar[first + 89]! + 300)
    expect(recency.least[sku.slots.firstSlotOfSeries[0]! + 89]).toBe(0)
  })
})
