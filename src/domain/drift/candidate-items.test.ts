import { expect, it } from 'vitest'
import { tableFromText } from '../../testing/table-from-text'
import { candidateItems } from './candidate-items'

const lines = (sku: string, from: number, days: number) => Array.from({ length: days }, (_, k) => `${sku} ${from + k} 1 ${k % 2 === 0 ? 5 : 0}`).join('\n')

it('takes rows with stock on record and four weeks of history, and counts a store-item once however its days are broken', () => {
  const table = tableFromText(`sku day sold on_hand\n${lines('A', 0, 30)}\n${lines('A', 400, 31)}\n${lines('B', 0, 29)}`)
  expect(table.seriesCount).toBe(3)
  const scores = Float32Array.from({ length: table.rowCount }, (_, row) => row)
  const { scores: taken, item, items } = candidateItems(table, scores)
  // Days 28 to the last of each series, those with stock: every other day.
  expect([...taken]).toEqual([28, 30 + 28, 30 + 30, 61 + 28])
  expect([...item]).toEqual([0, 0, 0, 1])
  expect(items).toBe(2)
})
