/** Tables drawn as text, so that a test shows the days that it speaks of. */
import { buildTable } from '../domain/table/build-table'
import type { Calendar } from '../domain/table/calendar'
import { type ExtractTable, type OptionalNumericColumn, optionalNumericColumns, type TextColumn, textColumns } from '../domain/table/extract-table'
import type { RowText, TableRows } from '../domain/table/table-rows'

/** 2025-01-01, a Wednesday: day 0 of a drawn table. */
export const drawnDayZero = 20_089

const columnOfWord: Readonly<Record<string, 'store' | 'sku' | 'day' | 'onHand' | 'unitsSold' | 'phantom' | OptionalNumericColumn | TextColumn>> = {
  store: 'store',
  sku: 'sku',
  day: 'day',
  on_hand: 'onHand',
  sold: 'unitsSold',
  phantom: 'phantom',
  forecast: 'forecastUnits',
  lead_time_forecast: 'leadTimeForecastUnits',
  received: 'unitsReceived',
  on_order: 'unitsOnOrder',
  adjusted: 'unitsAdjusted',
  counted: 'countedUnits',
  price: 'price',
  cost: 'unitCost',
  promo: 'onPromo',
  min_display: 'minDisplayUnits',
  case_pack: 'casePack',
  category: 'category',
  department: 'department',
  aisle: 'aisle',
  bin: 'bin',
  name: 'itemName',
}

/**
 * `tableFromText('sku day sold on_hand\n A 0 3 10\n A 1 - 7')`: a line of column words, then a
 * line a row, cells parted by blanks, `-` is missing. `day` counts from 2025-01-01 and may be
 * negative; without a `store` column all rows are of store `1`; `sold` and `on_hand` are NaN where
 * not drawn. The table is built as from a file, with left-out days filled as in a dense extract
 * unless `calendar` says otherwise.
 *
 * @throws on a column word that it does not know and on a row of another length than the first line.
 */
export function tableFromText(drawing: string, calendar: Calendar = 'dense'): ExtractTable {
  const [head, ...lines] = drawing
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((words) => words[0] !== '')
  if (!head) throw new Error('The drawing is empty.')
  const columns = head.map((word) => {
    const column = columnOfWord[word]
    if (!column) throw new Error(`Unknown column word "${word}". There are: ${Object.keys(columnOfWord).join(', ')}.`)
    return column
  })
  for (const words of lines) {
    if (words.length !== head.length) throw new Error(`"${words.join(' ')}" has ${words.length} cells, the first line has ${head.length}.`)
  }

  const cells = (name: string): readonly string[] | null => {
    const at = columns.findIndex((column) => column === name)
    return at < 0 ? null : lines.map((words) => words[at]!)
  }
  const numbers = (name: string): Float64Array | null => {
    const texts = cells(name)
    return texts && Float64Array.from(texts, (text) => (text === '-' ? Number.NaN : Number(text)))
  }
  const coded = (texts: readonly string[]): RowText => {
    const values = [...new Set(texts)].filter((text) => text !== '-')
    return { values, codes: Int32Array.from(texts, (text) => values.indexOf(text)) }
  }
  const missing = () => new Float64Array(lines.length).fill(Number.NaN)
  const store = coded(cells('store') ?? lines.map(() => '1'))
  const sku = coded(cells('sku') ?? lines.map(() => 'A'))
  const rows: TableRows = {
    rowCount: lines.length,
    stores: store.values,
    skus: sku.values,
    store: store.codes,
    sku: sku.codes,
    day: Int32Array.from(cells('day') ?? lines.map((_, row) => String(row)), (text) => drawnDayZero + Number(text)),
    onHand: numbers('onHand') ?? missing(),
    unitsSold: numbers('unitsSold') ?? missing(),
    optional: Object.fromEntries(optionalNumericColumns.map((name) => [name, numbers(name)])) as TableRows['optional'],
    phantom: numbers('phantom'),
    text: Object.fromEntries(
      textColumns.map((name) => {
        const texts = cells(name)
        return [name, texts && coded(texts)]
      }),
    ) as TableRows['text'],
    record: Int32Array.from(lines, (_, row) => row),
  }
  return buildTable(rows, calendar).table
}
