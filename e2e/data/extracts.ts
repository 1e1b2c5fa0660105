/**
 * Small extracts drawn by rule, so that a test can say what must be found in them. Two stores,
 * twelve items, sixty days; SKU 000105 of store 0007 stops selling after day 40 although the
 * record stands at 14.
 */

export interface Row {
  readonly date: string
  readonly store: string
  readonly sku: string
  readonly category: string
  readonly onHand: number
  readonly sold: number
  readonly forecast: number
  readonly received: number
  readonly price: number
}

export const phantomStore = '0007'
export const phantomSku = '000105'

const firstDay = Date.UTC(2025, 2, 1)

/** Small deterministic generator (Park and Miller 1988), 0 to 1. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

export function drawnRows({ days = 60, items = 12, stores = ['0007', '0012'] } = {}): Row[] {
  const random = generator(20250301)
  const rows: Row[] = []
  for (const store of stores) {
    for (let item = 0; item < items; item++) {
      const sku = String(100 + item).padStart(6, '0')
      const rate = 2 + (item % 5)
      let onHand = 10 * rate
      for (let day = 0; day < days; day++) {
        const gone = store === phantomStore && sku === phantomSku && day > 40
        const received = !gone && onHand < 4 * rate ? 12 * rate : 0
        const sold = gone ? 0 : Math.min(onHand + received, Math.round(rate * (0.4 + 1.2 * random())))
        onHand = gone ? 14 : onHand + received - sold
        rows.push({
          date: new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10),
          store,
          sku,
          category: item % 2 ? 'Dairy' : 'Bakery',
          onHand,
          sold,
          forecast: rate,
          received,
          price: 1.5 + item / 4,
        })
      }
    }
  }
  return rows
}

/** Plain form: commas, ISO dates, our own header names. */
export function plainCsv(rows: readonly Row[] = drawnRows()): string {
  const lines = rows.map((r) => [r.date, r.store, r.sku, r.category, r.onHand, r.sold, r.forecast, r.received, r.price].join(','))
  return ['date,store_id,sku_id,category,on_hand,units_sold,forecast_units,units_received,price', ...lines].join('\n') + '\n'
}

/** The same rows with their truth: one store-item alone is phantom. */
export function labelledCsv(rows: readonly Row[] = drawnRows()): string {
  const [header, ...lines] = plainCsv(rows).trimEnd().split('\n')
  const isPhantom = ({ store, sku, sold, received }: Row) => store === phantomStore && sku === phantomSku && sold === 0 && received === 0
  return [`${header!},phantom`, ...rows.map((row, index) => `${lines[index]!},${Number(isPhantom(row))}`)].join('\n') + '\n'
}

/** The same rows under the header names of an older retail tool. */
export function referenceCsv(rows: readonly Row[] = drawnRows()): string {
  return plainCsv(rows).replace(/^.*\n/, 'daydate,storeid,itemsku,category,DailyBOH,salesQuantity,DmdForecastQuantity,gross_rcpt_qty,price\n')
}

/** The same rows with a second stock column that tells another story: what nobody can choose by its values. */
export function twoStockColumnsCsv(rows: readonly Row[] = drawnRows()): string {
  const [header, ...lines] = plainCsv(rows).trimEnd().split('\n')
  return [`${header!},stock_qty`, ...lines.map((line, index) => `${line},${3 + ((index * 7) % 23)}`)].join('\n') + '\n'
}

/** The same rows as a German system writes them: BOM, semicolons, quotes, decimal comma, dd.mm.yyyy. */
export function germanCsv(rows: readonly Row[] = drawnRows()): string {
  const number = (value: number) => String(value).replace('.', ',')
  const date = (iso: string) => iso.split('-').reverse().join('.')
  const lines = rows.map((r) =>
    [date(r.date), r.store, r.sku, r.category, number(r.onHand), number(r.sold), number(r.forecast), number(r.received), number(r.price)]
      .map((cell) => `"${cell}"`)
      .join(';'),
  )
  const header = '"Datum";"Filiale";"Artikelnummer";"Warengruppe";"Bestand";"Absatz";"Prognose";"Wareneingang";"Preis"'
  return '\uFEFF' + [header, ...lines].join('\r\n') + '\r\n'
}

/** US form with month before day; `days` of at most 12 would leave the order open. */
export function slashDatesCsv(rows: readonly Row[], order: 'mdy' | 'dmy'): string {
  const date = (iso: string) => {
    const [year, month, day] = iso.split('-')
    return order === 'mdy' ? `${month}/${day}/${year}` : `${day}/${month}/${year}`
  }
  return plainCsv(rows.map((row) => ({ ...row, date: date(row.date) })))
}

/** Puts junk into every `nth` on-hand or sold cell in turn. */
export function withBadCells(csv: string, nth: number): string {
  return csv
    .split('\n')
    .map((line, index) => {
      if (index === 0 || index % nth !== 0 || line === '') return line
      const cells = line.split(',')
      cells[index % (2 * nth) === 0 ? 4 : 5] = 'n.b.'
      return cells.join(',')
    })
    .join('\n')
}
