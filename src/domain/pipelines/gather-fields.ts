/** Columns of the extract as a pipeline reads them, for chosen rows of a few series. */
import { fieldNamed, type FieldName } from '../csv/fields'
import { isoDay } from '../csv/parse-date'
import { optionalNumericColumns, textColumns, type ExtractTable, type SeriesIndex } from '../table/extract-table'

/** By field, one value a chosen row: numbers with NaN, or texts with '' where there is none. */
export type FieldColumns = Readonly<Partial<Record<FieldName, Float64Array | readonly string[]>>>

/**
 * @param series the first series of the block
 * @param rows offsets from that series' first row, rising
 */
export function gatherFields(table: ExtractTable, series: SeriesIndex, rows: Int32Array, wanted: readonly FieldName[]): FieldColumns {
  const from = table.seriesStart[series]!
  const seriesOf = new Int32Array(rows.length)
  let current = series
  for (let i = 0; i < rows.length; i++) {
    while (from + rows[i]! >= table.seriesStart[current + 1]!) current++
    seriesOf[i] = current
  }
  return Object.fromEntries(wanted.map((field) => [field, columnOf(table, field, from, rows, seriesOf)]))
}

function columnOf(table: ExtractTable, field: FieldName, from: number, rows: Int32Array, seriesOf: Int32Array): Float64Array | readonly string[] {
  if (field === 'date') return Array.from(rows, (row) => isoDay(table.day[from + row]!))
  if (field === 'store_id') return Array.from(seriesOf, (series) => table.stores[table.storeOfSeries[series]!]!)
  if (field === 'sku_id') return Array.from(seriesOf, (series) => table.skus[table.skuOfSeries[series]!]!)
  const text = textColumns.find((column) => column === fieldNamed(field).column)
  if (text) {
    const column = table.text[text]
    return Array.from(seriesOf, (series) => column?.values[column.codes[series]!] ?? '')
  }
  const numbers = numbersOf(table, field)
  return Float64Array.from(rows, (row) => numbers?.[from + row] ?? NaN)
}

/** The numbers of a field by row; null where the extract has no such column. */
function numbersOf(table: ExtractTable, field: FieldName): Float64Array | null {
  if (field === 'on_hand') return table.onHand
  if (field === 'units_sold') return table.unitsSold
  const column = optionalNumericColumns.find((one) => one === fieldNamed(field).column)
  return column ? table.optional[column] : null
}
