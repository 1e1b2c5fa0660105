/** Small extracts of known content in every usual spelling: what parts the cells, marks the decimals, orders the dates and encodes the letters. */
import fc from 'fast-check'
import type { Delimiter, Encoding } from '../../domain/csv/dialect'
import { isoDay } from '../../domain/csv/parse-date'
import { encodeText } from './encode-text'

export type DateSpelling = 'yyyy-mm-dd' | 'yyyymmdd' | 'dd.mm.yyyy' | 'dd/mm/yyyy' | 'mm/dd/yyyy' | 'd/m/yyyy' | 'm/d/yyyy' | 'dd-mm-yy' | 'mm-dd-yy' | 'yyyy/m/d' | 'dd Mon yyyy' | 'yyyy-mm-dd time'

export interface Spelling {
  readonly headers: readonly string[]
  readonly encoding: Encoding
  /** A byte order mark in front. */
  readonly marked: boolean
  readonly delimiter: Delimiter
  readonly decimal: '.' | ','
  readonly thousands: '' | '.' | ',' | ' ' | '’'
  readonly date: DateSpelling
  readonly lineEnd: '\n' | '\r\n' | '\r'
  readonly quoted: boolean
  readonly titles: number
  readonly firstDay: number
  readonly days: number
  /** Days from one row of an item to its next. */
  readonly step: number
  /** Prices with decimals; else whole numbers stand in all columns. */
  readonly cents: boolean
  /** Sorted by day over all items, or item by item. */
  readonly byDay: boolean
  readonly seed: number
}

/** Header lines whose letters the encoding has. */
const headersOf: readonly { readonly encodings: readonly Encoding[]; readonly headers: readonly string[] }[] = [
  { encodings: ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'], headers: ['date', 'store', 'sku', 'on_hand', 'units_sold', 'price'] },
  { encodings: ['utf-8', 'utf-16le', 'windows-1252', 'windows-1250'], headers: ['Datum', 'Filiale', 'Artikelnummer', 'Bestand', 'Verkäufe', 'Stückpreis'] },
  { encodings: ['utf-8', 'utf-16le', 'windows-1252'], headers: ['Date', 'Magasin', 'Référence', 'Stock', 'Quantité vendue', 'Prix'] },
  { encodings: ['utf-8', 'windows-1250'], headers: ['Data', 'Sklep', 'Indeks', 'Stan', 'Ilość sprzedana', 'Cena'] },
  { encodings: ['utf-8', 'windows-1254'], headers: ['Tarih', 'Mağaza', 'Ürün Kodu', 'Stok', 'Satış Miktarı', 'Fiyat'] },
  { encodings: ['utf-8', 'windows-1251', 'utf-16le'], headers: ['Дата', 'Магазин', 'Артикул', 'Остаток', 'Продано шт', 'Цена'] },
  { encodings: ['utf-8', 'shift_jis', 'utf-16le'], headers: ['日付', '店舗', '商品コード', '在庫数', '販売数', '価格'] },
  { encodings: ['utf-8', 'gb18030'], headers: ['日期', '门店', '商品编码', '库存数量', '销售数量', '单价'] },
  { encodings: ['utf-8', 'big5'], headers: ['日期', '門市', '商品編號', '庫存量', '銷售數量', '售價'] },
  { encodings: ['utf-8', 'euc-kr'], headers: ['날짜', '매장', '상품코드', '재고수량', '판매수량', '단가'] },
]

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function spellDate(day: number, spelling: DateSpelling): string {
  const [year, month, date] = isoDay(day).split('-') as [string, string, string]
  const [m, d] = [String(Number(month)), String(Number(date))]
  switch (spelling) {
    case 'yyyy-mm-dd': return `${year}-${month}-${date}`
    case 'yyyymmdd': return `${year}${month}${date}`
    case 'dd.mm.yyyy': return `${date}.${month}.${year}`
    case 'dd/mm/yyyy': return `${date}/${month}/${year}`
    case 'mm/dd/yyyy': return `${month}/${date}/${year}`
    case 'd/m/yyyy': return `${d}/${m}/${year}`
    case 'm/d/yyyy': return `${m}/${d}/${year}`
    case 'dd-mm-yy': return `${date}-${month}-${year.slice(2)}`
    case 'mm-dd-yy': return `${month}-${date}-${year.slice(2)}`
    case 'yyyy/m/d': return `${year}/${m}/${d}`
    case 'dd Mon yyyy': return `${date} ${months[Number(month) - 1]!} ${year}`
    case 'yyyy-mm-dd time': return `${year}-${month}-${date} 00:00:00`
  }
}

/** A number with its marks; units have no decimals. */
function spellNumber(value: number, decimals: number, { decimal, thousands }: Spelling): string {
  const [whole, rest] = Math.abs(value).toFixed(decimals).split('.') as [string, string | undefined]
  const grouped = thousands === '' ? whole : whole.replace(/\B(?=(\d{3})+$)/g, thousands)
  return `${value < 0 ? '-' : ''}${grouped}${rest === undefined ? '' : `${decimal}${rest}`}`
}

export interface DrawnRow {
  readonly store: string
  readonly sku: string
  readonly day: number
  readonly onHand: number
  readonly sold: number
  readonly price: number
}

/** What the file says; stock runs into thousands and below zero. */
export function rowsOf({ seed, firstDay, days, step, cents, byDay }: Spelling): readonly DrawnRow[] {
  const rows: DrawnRow[] = []
  for (let item = 0; item < 3; item++) {
    let onHand = [1_240, 37, 8][item]! + (seed % 7)
    for (let at = 0; at < days; at++) {
      const sold = (at * 3 + item + seed) % 5
      onHand -= sold
      rows.push({ store: '0012', sku: `00${4100 + item * 13}`, day: firstDay + at * step, onHand, sold, price: (cents ? [1349.5, 2.49, 12.75] : [1349, 2, 12])[item]! })
    }
  }
  return byDay ? rows.toSorted((a, b) => a.day - b.day) : rows
}

export function spelledFile(spelling: Spelling): Uint8Array<ArrayBuffer> {
  const { delimiter, quoted, lineEnd, titles, headers, encoding, marked } = spelling
  const cell = (text: string) => (quoted || text.includes(delimiter) ? `"${text}"` : text)
  const lines = rowsOf(spelling).map((row) =>
    [spellDate(row.day, spelling.date), row.store, row.sku, spellNumber(row.onHand, 0, spelling), spellNumber(row.sold, 0, spelling), spellNumber(row.price, spelling.cents ? 2 : 0, spelling)].map(cell).join(delimiter),
  )
  const above = Array.from({ length: titles }, (_, at) => ['Stock report', ''][at % 2]!)
  return encodeText(`${marked ? '\uFEFF' : ''}${[...above, headers.map(cell).join(delimiter), ...lines, ''].join(lineEnd)}`, encoding)
}

/** Spellings as they come: a decimal comma with semicolons or quotes, marks that differ, the days of two weeks to two months. */
export const spellings: fc.Arbitrary<Spelling> = fc
  .record({
    named: fc.constantFrom(...headersOf),
    at: fc.nat(3),
    marked: fc.boolean(),
    delimiter: fc.constantFrom<Delimiter>(',', ';', '\t', '|'),
    decimal: fc.constantFrom<'.' | ','>('.', ','),
    thousands: fc.constantFrom<Spelling['thousands']>('', '', '', '.', ',', ' ', '’'),
    date: fc.constantFrom<DateSpelling>('yyyy-mm-dd', 'yyyymmdd', 'dd.mm.yyyy', 'dd/mm/yyyy', 'mm/dd/yyyy', 'd/m/yyyy', 'm/d/yyyy', 'dd-mm-yy', 'mm-dd-yy', 'yyyy/m/d', 'dd Mon yyyy', 'yyyy-mm-dd time'),
    lineEnd: fc.constantFrom<Spelling['lineEnd']>('\n', '\r\n', '\r'),
    quoted: fc.boolean(),
    titles: fc.constantFrom(0, 0, 0, 2),
    firstDay: fc.integer({ min: 18_300, max: 20_700 }),
    days: fc.integer({ min: 3, max: 24 }),
    step: fc.constantFrom(1, 1, 1, 2),
    cents: fc.constantFrom(true, true, true, false),
    byDay: fc.boolean(),
    seed: fc.nat(1_000),
  })
  .map(({ named: { encodings, headers }, at, ...rest }): Spelling => {
    const encoding = encodings[at % encodings.length]!
    const unicode = encoding.startsWith('utf')
    const thousands = rest.thousands === rest.decimal || (rest.thousands === '’' && !unicode) ? '' : rest.thousands
    return { ...rest, headers, encoding, marked: rest.marked && unicode, thousands }
  })
