import { expect, test } from 'vitest'
import { conceptTrust } from './concept-rules'
import { headerConcepts, namesMoney } from './header-concepts'

test.each([
  ['Winkelvoorraad', 'on_hand'],
  ['Verkaufstag', 'date'],
  ['期末库存数量', 'on_hand'],
  ['기말재고수량', 'on_hand'],
  ['Остаток на конец дня', 'on_hand'],
  ['SATIŞ MİKTARI', 'units_sold'],
  ['Myyty määrä', 'units_sold'],
  ['Kusů v balení', 'case_pack'],
  ['Varenr.', 'sku_id'],
] as const)('%s, in no list, is understood as %s', (header, field) => {
  expect(conceptTrust(header, field)).toBeGreaterThan(0.8)
})

test('a header with one word that is not known is not understood', () => {
  expect(headerConcepts('Lagerbestand')).not.toBeNull()
  expect(headerConcepts('Lagerbestand Xyzzy')).toBeNull()
})

test.each(['Satış Tutarı', 'Продажи (руб)', '销售金额', '판매금액', 'Prodej (Kč)', 'Salg kroner', 'Ventes TTC'])('%s is money and no count of units', (header) => {
  expect(namesMoney(header)).toBe(true)
})

test('the opening and the available stock are doubted, never taken as on-hand', () => {
  for (const header of ['Beginning Stock Units', '可用库存', 'Počáteční stav']) expect(conceptTrust(header, 'on_hand')).toBeLessThan(0.8)
})

test('the values decide between the day of a sale and the sales of a day', () => {
  expect(conceptTrust('Ventes jour', 'units_sold')).toBeGreaterThan(0)
  expect(conceptTrust('Verkaufstag', 'date')).toBeGreaterThan(0)
})
