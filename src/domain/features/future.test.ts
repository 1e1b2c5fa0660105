import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAfter, pickSeries, randomNumbers, randomTable } from '../../testing/random-table'
import type { ExtractTable } from '../table/extract-table'
import { featureCount, featureNames } from './catalog'
import { computeFeatureBlock } from './compute-block'
import { buildFeatureContext } from './context'

const tables = fc
  .record({ seed: fc.nat(), stores: fc.integer({ min: 1, max: 4 }), skus: fc.integer({ min: 1, max: 9 }), days: fc.integer({ min: 2, max: 170 }) })
  .map(randomTable)
  .filter((table) => table.rowCount > 1)

function allFeatures(table: ExtractTable): Float32Array {
  return computeFeatureBlock(buildFeatureContext(table), 0, table.seriesCount).values
}

/** The first feature in which two rows differ by more than `tolerance` of their size, in words; null if none does. */
function firstDifference(a: Float32Array, rowA: number, b: Float32Array, rowB: number, tolerance = 0): string | null {
  for (let column = 0; column < featureCount; column++) {
    const x = a[rowA * featureCount + column]!
    const y = b[rowB * featureCount + column]!
    if (Object.is(x, y) || x === y) continue
    if (Math.abs(x - y) <= tolerance * Math.max(1, Math.abs(x), Math.abs(y))) continue
    return `${featureNames[column]}: ${x} against ${y}`
  }
  return null
}

/** Same length and the same bits in every feature of every row. */
function expectSame(found: Float32Array, expected: Float32Array): void {
  expect(found.length).toBe(expected.length)
  for (let row = 0; row * featureCount < expected.length; row++) expect(firstDifference(found, row, expected, row)).toBeNull()
}

describe('features', () => {
  it('do not change, to the last bit, when the future is cut off', () => {
    fc.assert(
      fc.property(tables, fc.double({ min: 0, max: 1, noNaN: true }), (table, share) => {
        const first = table.day.reduce((a, b) => Math.min(a, b))
        const last = table.day.reduce((a, b) => Math.max(a, b))
        const cut = cutAfter(table, first + Math.floor((last - first) * share))
        const full = allFeatures(table)
        const past = allFeatures(cut)
        const rowOfRecord = new Map(Array.from(table.record, (record, row) => [record, row]))
        for (let row = 0; row < cut.rowCount; row++) {
          expect(firstDifference(past, row, full, rowOfRecord.get(cut.record[row]!)!)).toBeNull()
        }
      }),
      { numRuns: 60 },
    )
  })

  it('see no label: shuffled, flipped or absent labels change nothing', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const flipped = { ...table, phantom: table.phantom!.map((label) => 1 - label) }
        const expected = allFeatures(table)
        expectSame(allFeatures(flipped), expected)
        expectSame(allFeatures({ ...table, phantom: null }), expected)
      }),
      { numRuns: 15 },
    )
  })

  it('see no count result: what a count found changes nothing', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { countedUnits } = table.optional
        const doubled = { ...table, optional: { ...table.optional, countedUnits: countedUnits && countedUnits.map((units) => units * 2 + 1) } }
        expectSame(allFeatures(doubled), allFeatures(table))
      }),
      { numRuns: 15 },
    )
  })

  it('are the same however series are cut into blocks', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 5 }), (table, step) => {
        const context = buildFeatureContext(table)
        const whole = computeFeatureBlock(context, 0, table.seriesCount).values
        for (let from = 0; from < table.seriesCount; from += step) {
          const block = computeFeatureBlock(context, from, Math.min(from + step, table.seriesCount))
          expectSame(block.values, whole.subarray(block.fromRow * featureCount, (block.fromRow + block.rowCount) * featureCount))
        }
      }),
      { numRuns: 20 },
    )
  })

  it('do not depend on the order in which series stand or on how stores and SKUs are numbered', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (table, seed) => {
        const random = randomNumbers(seed)
        const order = Array.from({ length: table.seriesCount }, (_, series) => ({ series, key: random() })).sort((a, b) => a.key - b.key)
        const shuffled = pickSeries(
          table,
          order.map(({ series }) => ({ series, rows: table.seriesStart[series + 1]! - table.seriesStart[series]! })),
        )
        const renumbered = {
          ...shuffled,
          stores: [...table.stores].reverse(),
          skus: [...table.skus].reverse(),
          storeOfSeries: shuffled.storeOfSeries.map((store) => table.stores.length - 1 - store),
          skuOfSeries: shuffled.skuOfSeries.map((sku) => table.skus.length - 1 - sku),
        }
        const expected = allFeatures(table)
        const found = allFeatures(renumbered)
        const rowOfRecord = new Map(Array.from(table.record, (record, row) => [record, row]))
        for (let row = 0; row < renumbered.rowCount; row++) {
          // Sums over stores are taken in another order, so the last digits may differ.
          expect(firstDifference(found, row, expected, rowOfRecord.get(renumbered.record[row]!)!, 1e-5)).toBeNull()
        }
      }),
      { numRuns: 30 },
    )
  })

  it('are finite or missing, never infinite, even where the figures are absurd', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (table, seed) => {
        const random = randomNumbers(seed)
        const wild = [1e300, -1e300, Infinity, -Infinity, 1e9, -1e9, 1e-300, 0]
        const spoil = (values: Float64Array) => values.map((value) => (random() < 0.05 ? wild[Math.floor(random() * wild.length)]! : value))
        const spoilt = {
          ...table,
          onHand: spoil(table.onHand),
          unitsSold: spoil(table.unitsSold),
          optional: Object.fromEntries(Object.entries(table.optional).map(([name, values]) => [name, values && spoil(values)])) as ExtractTable['optional'],
        }
        const values = allFeatures(spoilt)
        const infinite = values.findIndex((value) => value === Infinity || value === -Infinity)
        expect(infinite < 0 ? null : featureNames[infinite % featureCount]).toBeNull()
      }),
      { numRuns: 30 },
    )
  })

  it('take an absent optional column as one that is missing in every row', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const missing = new Float64Array(table.rowCount).fill(NaN)
        const optional = Object.fromEntries(Object.entries(table.optional).map(([name, values]) => [name, values ?? missing])) as ExtractTable['optional']
        expectSame(allFeatures({ ...table, optional }), allFeatures(table))
      }),
      { numRuns: 15 },
    )
  })
})
