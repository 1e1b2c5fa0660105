import { expect, test } from 'vitest'
import { tableFromText } from '../../testing/table-from-text'
import type { AlertQuery } from './alert-row'
import { alertRows, seriesHistory } from './alert-rows'
import { seriesOfRow, type AlertSource } from './alert-source'
import { alertView } from './alert-view'

// Three items over thirty days; "Oat drink" of store 2 is out of stock by its record on the last day.
const items = [
  { store: '1', sku: '10', name: 'Oat_drink', category: 'Dairy' },
  { store: '1', sku: '9', name: 'Batteries', category: 'Household' },
  { store: '2', sku: '10', name: 'Oat_drink', category: 'Dairy' },
]
const days = Array.from({ length: 30 }, (_, day) => day)
const lines = items.flatMap(({ store, sku, name, category }) =>
  days.map((day) => `${store} ${sku} ${day} ${day === 0 ? 2 : 0} ${store === '2' && day === 29 ? 0 : 5} 2.5 ${category} ${name}`),
)
const table = tableFromText(`store sku day sold on_hand price category name\n${lines.join('\n')}`)
const seriesOf = (store: string, sku: string) =>
  Array.from({ length: table.seriesCount }, (_, s) => s).find((s) => table.stores[table.storeOfSeries[s]!] === store && table.skus[table.skuOfSeries[s]!] === sku)!
const rowOf = (store: string, sku: string, day: number) => table.seriesStart[seriesOf(store, sku)]! + day

const scores = Float32Array.from({ length: table.rowCount }, (_, row) => (row % 7) / 10)
const source: AlertSource = {
  table,
  scores: new Map([['lgbm', scores]]),
  daysSinceSale: Int32Array.from({ length: table.rowCount }, (_, row) => row % 30),
  missedUnits: Float32Array.from({ length: table.rowCount }, (_, row) => row % 30),
  unitsPerDay: new Float64Array(table.rowCount).fill(1.5),
  ourForecast: new Float64Array(table.rowCount).fill(1),
}
const query: AlertQuery = {
  model: 'lgbm',
  scope: { kind: 'latest' },
  store: null,
  category: null,
  search: '',
  order: { column: 'probability', descending: true },
}

test('the latest day shows each candidate once and leaves out what claims no stock', () => {
  const view = alertView(source, query)
  expect([...view.rows].sort((a, b) => a - b)).toEqual([rowOf('1', '10', 29), rowOf('1', '9', 29)].sort((a, b) => a - b))
})

test('falling by probability, the probabilities fall and belong to their rows', () => {
  const view = alertView(source, { ...query, scope: { kind: 'all' } })
  expect(view.rows.length).toBe(8)
  view.rows.forEach((row, i) => {
    expect(view.probabilities[i]).toBe(scores[row])
    if (i > 0) expect(view.probabilities[i]!).toBeLessThanOrEqual(view.probabilities[i - 1]!)
  })
})

test('a day shows that day alone', () => {
  const view = alertView(source, { ...query, scope: { kind: 'day', day: table.day[0]! + 28 } })
  expect(new Set(Array.from(view.rows, (row) => table.day[row]! - table.day[0]!))).toEqual(new Set([28]))
  expect(view.rows.length).toBe(3)
})

test('store, category and search narrow the list together, search without regard to case', () => {
  const day = { ...query, scope: { kind: 'day', day: table.day[0]! + 28 } } as const
  expect([...alertView(source, { ...day, store: '2' }).rows]).toEqual([rowOf('2', '10', 28)])
  expect([...alertView(source, { ...day, category: 'Household' }).rows]).toEqual([rowOf('1', '9', 28)])
  expect(alertView(source, { ...day, search: 'oat' }).rows.length).toBe(2)
  expect(alertView(source, { ...day, search: 'OAT', store: '1' }).rows.length).toBe(1)
  expect(alertView(source, { ...day, search: 'nothing like it' }).rows.length).toBe(0)
})

test('item numbers sort as numbers, not as text', () => {
  const view = alertView(source, { ...query, store: '1', order: { column: 'sku', descending: false } })
  expect([...view.rows]).toEqual([rowOf('1', '9', 29), rowOf('1', '10', 29)])
})

test('a model without scores gives NaN for every row and hides none', () => {
  const view = alertView(source, { ...query, model: 'rf' })
  expect(view.rows.length).toBe(2)
  expect([...view.probabilities].every(Number.isNaN)).toBe(true)
})

test('lost sales are missed units at the price of the row', () => {
  const view = alertView(source, query)
  view.rows.forEach((row, i) => expect(view.lostSales?.[i]).toBe(source.missedUnits[row]! * 2.5))
})

test('a drawn row tells its store-item and the probabilities that it has', () => {
  const row = rowOf('1', '9', 29)
  expect(alertRows(source, Uint32Array.of(row))).toEqual([
    {
      row,
      store: '1',
      sku: '9',
      itemName: 'Batteries',
      category: 'Household',
      department: null,
      aisle: null,
      bin: null,
      day: table.day[0]! + 29,
      filled: false,
      onHand: 5,
      price: 2.5,
      unitsPerDay: 1.5,
      daysSinceSale: source.daysSinceSale[row],
      missedUnits: source.missedUnits[row],
      lostSales: source.missedUnits[row]! * 2.5,
      probabilities: { lgbm: scores[row] },
      phantom: null,
    },
  ])
})

test('a history is the whole series of the row, with our forecast where the file has none', () => {
  const history = seriesHistory(source, rowOf('2', '10', 3))
  expect(history).toMatchObject({ store: '2', sku: '10', forecastIsOurs: true, phantom: null })
  expect(history.day.length).toBe(30)
  expect([...history.forecastUnits]).toEqual(days.map(() => 1))
  expect(history.onHand[29]).toBe(0)
})

test('a row beyond the table is an error, not an empty answer', () => {
  expect(() => alertRows(source, Uint32Array.of(90))).toThrow(RangeError)
  expect(() => seriesHistory(source, 90)).toThrow(RangeError)
})

test('every row belongs to the series whose rows enclose it', () => {
  for (let row = 0; row < table.rowCount; row++) {
    const series = seriesOfRow(table, row)
    expect(table.seriesStart[series]! <= row && row < table.seriesStart[series + 1]!).toBe(true)
  }
})
