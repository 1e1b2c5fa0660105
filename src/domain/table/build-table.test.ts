import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnDayZero, tableFromText } from '../../testing/table-from-text'
import { buildTable } from './build-table'
import { type OptionalNumericColumn, optionalNumericColumns, textColumns } from './extract-table'
import type { TableRows } from './table-rows'

interface Row {
  readonly store: number
  readonly sku: number
  readonly day: number
  readonly onHand: number
  readonly sold: number
}

function rowsOf(list: readonly Row[], optional: Partial<Record<OptionalNumericColumn, number[]>> = {}): TableRows {
  return {
    rowCount: list.length,
    stores: ['s2', 's10', 's1'],
    skus: ['b', 'a', '000a', 'c'],
    store: Int32Array.from(list, (row) => row.store),
    sku: Int32Array.from(list, (row) => row.sku),
    day: Int32Array.from(list, (row) => row.day),
    onHand: Float64Array.from(list, (row) => row.onHand),
    unitsSold: Float64Array.from(list, (row) => row.sold),
    optional: Object.fromEntries(
      optionalNumericColumns.map((name) => [name, optional[name] ? Float64Array.from(optional[name]) : null]),
    ) as TableRows['optional'],
    phantom: null,
    text: Object.fromEntries(textColumns.map((name) => [name, null])) as TableRows['text'],
    record: Int32Array.from(list, (_, at) => at),
  }
}

const anyRow = fc.record({
  store: fc.integer({ min: 0, max: 2 }),
  sku: fc.integer({ min: 0, max: 3 }),
  day: fc.integer({ min: 20_000, max: 20_150 }),
  onHand: fc.integer({ min: -3, max: 40 }),
  sold: fc.integer({ min: 0, max: 5 }),
})

describe('buildTable', () => {
  it('keeps every record once: in a row of the table, or as restated', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 200 }), (list) => {
        const { table, restated, filledDays } = buildTable(rowsOf(list))
        const placed = [...table.record].filter((record) => record >= 0)
        expect([...placed, ...restated].sort((a, b) => a - b)).toEqual(list.map((_, at) => at))
        expect(filledDays).toBe(table.rowCount - placed.length)
      }),
    )
  })

  it('gives every row the store, SKU, day and numbers of its record', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 200 }), (list) => {
        const rows = rowsOf(list)
        const { table } = buildTable(rows)
        for (let series = 0; series < table.seriesCount; series++) {
          for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
            if (row > table.seriesStart[series]!) expect(table.day[row]).toBe(table.day[row - 1]! + 1)
            const from = list[table.record[row]!]
            if (!from) continue
            expect(table.stores[table.storeOfSeries[series]!]).toBe(rows.stores[from.store])
            expect(table.skus[table.skuOfSeries[series]!]).toBe(rows.skus[from.sku])
            expect([table.day[row], table.onHand[row], table.unitsSold[row]]).toEqual([from.day, from.onHand, from.sold])
          }
        }
      }),
    )
  })

  it('gives the same columns whatever the order of distinct rows in the file', () => {
    const distinct = fc.uniqueArray(anyRow, { maxLength: 120, selector: (row) => `${row.store}/${row.sku}/${row.day}` })
    fc.assert(
      fc.property(distinct, fc.func(fc.integer()), (list, key) => {
        const shuffled = [...list].sort((a, b) => key(a) - key(b))
        const { table: first } = buildTable(rowsOf(list))
        const { table: second } = buildTable(rowsOf(shuffled))
        for (const name of ['stores', 'skus', 'seriesStart', 'storeOfSeries', 'skuOfSeries', 'day', 'onHand', 'unitsSold', 'filled'] as const) {
          expect(second[name]).toEqual(first[name])
        }
      }),
    )
  })

  it('orders identifiers as text, so that 000a and a stay apart', () => {
    const { table } = buildTable(rowsOf([{ store: 0, sku: 1, day: 1, onHand: 1, sold: 1 }, { store: 1, sku: 2, day: 1, onHand: 1, sold: 1 }]))
    expect(table.stores).toEqual(['s10', 's2'])
    expect(table.skus).toEqual(['000a', 'a'])
  })

  it('lets the last of restated days stand', () => {
    const { table, restated, restatedBy } = buildTable(
      rowsOf([
        { store: 0, sku: 0, day: 5, onHand: 1, sold: 0 },
        { store: 0, sku: 0, day: 6, onHand: 9, sold: 0 },
        { store: 0, sku: 0, day: 5, onHand: 2, sold: 0 },
        { store: 0, sku: 0, day: 5, onHand: 3, sold: 0 },
      ]),
    )
    expect([...table.onHand]).toEqual([3, 9])
    expect(restated).toEqual([0, 2])
    expect(restatedBy).toEqual([3, 3])
  })

  it('knows nothing of a day that a dense extract leaves out, but carries on-hand and price', () => {
    const table = tableFromText(`
      sku day sold on_hand price received
      A   0   2    10      3     1
      A   3   1    4       5     0
    `)
    expect([...table.filled]).toEqual([0, 1, 1, 0])
    expect([...table.onHand]).toEqual([10, 10, 10, 4])
    expect([...table.unitsSold]).toEqual([2, Number.NaN, Number.NaN, 1])
    expect([...table.optional.price!]).toEqual([3, 3, 3, 5])
    expect([...table.optional.unitsReceived!]).toEqual([1, Number.NaN, Number.NaN, 0])
    expect(table.day[0]).toBe(drawnDayZero)
  })

  it('reads rows that stand only on movement as a sparse extract and runs on to the last day of the store', () => {
    const list: Row[] = []
    for (let day = 0; day < 60; day += 3) list.push({ store: 0, sku: 0, day, onHand: 100 - day, sold: 3 })
    list.push({ store: 0, sku: 1, day: 0, onHand: 5, sold: 1 }, { store: 0, sku: 1, day: 2, onHand: 4, sold: 1 })
    list.push({ store: 1, sku: 1, day: 1, onHand: 5, sold: 1 }, { store: 1, sku: 1, day: 9, onHand: 4, sold: 1 })
    const { table, calendar } = buildTable(rowsOf(list))
    expect(calendar).toBe('sparse')
    const series = table.skuOfSeries.findIndex((sku, at) => table.skus[sku] === 'a' && table.stores[table.storeOfSeries[at]!] === 's2')
    const [from, to] = [table.seriesStart[series]!, table.seriesStart[series + 1]!]
    expect(table.day[to - 1]).toBe(57)
    expect([...table.onHand.subarray(from, from + 4)]).toEqual([5, 5, 4, 4])
    expect([...table.unitsSold.subarray(from, from + 4)]).toEqual([1, 0, 1, 0])
    const other = table.storeOfSeries.findIndex((store) => table.stores[store] === 's10')
    expect(table.day[table.seriesStart[other + 1]! - 1]).toBe(9)
  })

  it('reads a daily extract of slow movers with lost days as dense', () => {
    const list: Row[] = []
    for (let day = 0; day < 90; day++) if (day % 5 !== 2) list.push({ store: 0, sku: 0, day, onHand: 8, sold: day % 30 === 0 ? 1 : 0 })
    expect(buildTable(rowsOf(list)).calendar).toBe('dense')
  })

  it('starts a new series after a gap of more than 60 days', () => {
    const rows = (gap: number) => rowsOf([0, 1, 2 + gap].map((day) => ({ store: 0, sku: 0, day, onHand: 8, sold: 0 })))
    expect(buildTable(rows(60)).table.seriesCount).toBe(1)
    const apart = buildTable(rows(61))
    expect([apart.table.seriesCount, apart.storeItems, apart.openGaps, apart.filledDays]).toEqual([2, 1, 1, 0])
  })

  it('bounds the filled days of a sparse extract by opening its longest gaps', () => {
    const list: Row[] = []
    for (let day = 0; day < 3_000_000; day += 1_400_000) list.push({ store: 0, sku: 0, day, onHand: 8 + day, sold: 1 })
    list.push({ store: 0, sku: 1, day: 0, onHand: 3, sold: 1 }, { store: 0, sku: 1, day: 9, onHand: 2, sold: 1 })
    const built = buildTable(rowsOf(list), 'sparse')
    expect(built.filledDays).toBeLessThanOrEqual(2_000_000)
    expect(built.openGaps).toBeGreaterThan(0)
  })

  it('gives a series the last text that its rows have', () => {
    const table = tableFromText(`
      sku day sold on_hand category
      A   0   2    10      dairy
      A   1   1    4       snacks
      A   2   1    4       -
      B   0   1    4       -
    `)
    const category = table.text.category!
    expect([...category.codes].map((code) => category.values[code] ?? null)).toEqual(['snacks', null])
  })
})
