import { describe, expect, it } from 'vitest'
import { isPeriodHeader, normalizeHeader } from './header-words'

describe('normalizeHeader', () => {
  it('gives all spellings of a name one form', () => {
    for (const header of ['Qty On-Hand', 'qtyOnHand', 'QTY_ON_HAND', '\uFEFFqty on hand', ' Qty.On.Hand ', 'ＱＴＹ on hand']) expect(normalizeHeader(header)).toBe('qty_on_hand')
  })

  it('splits capitals from words, takes accents off Latin letters and leaves other scripts whole', () => {
    expect(['DailyBOH', 'BOHDaily', 'Größe', 'Qté reçue', 'Ilość', 'データ', '在庫数'].map(normalizeHeader)).toEqual([
      'daily_boh', 'boh_daily', 'grosse', 'qte_recue', 'ilosc', 'データ', '在庫数',
    ])
  })
})

describe('isPeriodHeader', () => {
  it('knows periods in several languages', () => {
    for (const header of ['2025-01', '202501', 'Jan 2025', 'January', 'März', 'Févr', 'd_1', 'W23', 'KW 12', 'Week 3', 'M07', '01/2025', '2025 Q1', 'sales_2025_01']) expect([header, isPeriodHeader(header)]).toEqual([header, true])
  })

  it('does not take the names of fields for periods', () => {
    for (const header of ['date', 'day', 'month', 'on_hand', 'Markt', 'Marke', 'sku_1', 'avg_sales_last7', 'promo', 'day_of_week', 'Setor', 'MDQ']) expect([header, isPeriodHeader(header)]).toEqual([header, false])
  })
})
