import { expect, it } from 'vitest'
import type { AlertRow } from '../domain/alerts/alert-row'
import { startedStore, anyExtract } from '../testing/started-store'
import { alertTable } from './list-table'

it('leaves out columns that the extract does not fill, and gives figures without noise', async () => {
  const { state } = await startedStore()
  await state().dropFile(anyExtract, 'x.csv')
  const [row] = await state().rows(Uint32Array.of(5))
  const bare: AlertRow = { ...row!, department: null, aisle: null, bin: null, price: null, lostSales: null, missedUnits: 1 / 3, probabilities: { lgbm: 0.9123456789 } }
  const { headers, rows } = alertTable([bare], 'lgbm')
  expect(headers).not.toContain('bin')
  expect(headers).not.toContain('price')
  expect(rows[0]![headers.indexOf('missed_units')]).toBe(0.33)
  expect(rows[0]![headers.indexOf('phantom_probability_lgbm')]).toBe(0.912346)
  expect(rows[0]![headers.indexOf('sku_id')]).toBe(bare.sku)
})
