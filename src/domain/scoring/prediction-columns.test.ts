import { expect, test } from 'vitest'
import { tableFromText } from '../../testing/table-from-text'
import { latestRows } from './latest-rows'
import { isAlert, predictionColumns } from './prediction-columns'

// Thirty days of one item: the record claims stock except on day 29.
const lines = Array.from({ length: 30 }, (_, day) => `A ${day} 0 ${day === 29 ? 0 : 5}`)
const table = tableFromText(`sku day sold on_hand\n${lines.join('\n')}`)
const scores = new Float32Array(30).fill(0.9)
scores[29] = NaN
const issues = new Map([[30, 'The date could not be read.']])
const models = [
  { id: 'lgbm', scores },
  { id: 'xgb', scores: Float32Array.from(scores, (score) => score / 3) },
]
const columns = predictionColumns(table, 31, issues, { models, alertBy: { model: 'lgbm', threshold: 0.9 }, rows: 'all' })

test('one column a model, then the alert and the issue', () => {
  expect(columns.headers).toEqual(['phantom_probability_lgbm', 'phantom_probability_xgb', 'phantom_alert', 'phantom_issue'])
})

test('a row with 28 days of history alerts; the same score with less history does not', () => {
  expect(columns.cells(27)).toEqual(['0.9', '0.3', '1', ''])
  expect(columns.cells(26)).toEqual(['0.9', '0.3', '0', ''])
})

test('a row that claims no stock has no scores and alert 0', () => {
  expect(columns.cells(29)).toEqual(['', '', '0', ''])
})

test('a record that could not be read has empty cells and its reason', () => {
  expect(columns.cells(30)).toEqual(['', '', '', 'The date could not be read.'])
})

test('asked for the latest rows, earlier ones stay empty', () => {
  const latest = predictionColumns(table, 31, issues, { models, alertBy: { model: 'lgbm', threshold: 0.9 }, rows: 'latest' })
  expect(latest.cells(28)).toEqual(['', '', '', ''])
  expect(latest.cells(29)).toEqual(['', '', '0', ''])
})

test('a score at the threshold alerts, though the one is float32 and the other float64', () => {
  expect(isAlert(Math.fround(0.9), 0.9)).toBe(true)
  expect(isAlert(Math.fround(0.7), 0.7)).toBe(true)
  expect(isAlert(NaN, 0)).toBe(false)
})

test('the latest list takes each item that reaches the last day of its own store', () => {
  const stores = tableFromText('store sku day sold on_hand\n 1 A 0 1 5\n 1 A 1 1 4\n 1 B 0 1 5\n 2 C 0 1 5')
  const rows = latestRows(stores)
  expect(Array.from(rows, (row) => stores.day[row]! - stores.day[0]!)).toEqual([1, 0])
  expect(rows.length).toBe(2)
})
