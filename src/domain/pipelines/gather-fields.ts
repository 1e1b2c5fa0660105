/** Columns of the extract as a pipeline reads them, for chosen rows of a few series. */
import { fieldNamed, type FieldName } from '../csv/fields'
import { isoDay } from '../csv/parse-date'
import type { ExtractTable, SeriesIndex } from '../table/extract-table'

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
  const texts = (text: (series: SeriesIndex) => string) => Array.from(seriesOf, text)
  switch (field) {
    case 'date':
      return Array.from(rows, (row) => isoDay(table.day[from + row]!))
    case 'store_id':
      return texts((series) => table.stores[table.storeOfSeries[series]!]!)
    case 'sku_id':
      return texts((series) => table.skus[table.skuOfSeries[series]!]!)
    case 'category':
    case 'department':
    case 'aisle':
    case 'bin':
    case 'item_name': {
      const column = table.text[field === 'item_name' ? 'itemName' : field]
      return texts((series) => column?.values[column.codes[series]!] ?? '')
    }
    default: {
      const numbers = numbersOf(table, field)
      return Float64Array.from(rows, (row) => numbers?.[from + row] ?? NaN)
    }
  }
}

/** The numbers of a field by row; null where the extract has no such column. */
function numbersOf(table: ExtractTable, field: FieldName): Float64Array | null {
  const { column } = fieldNamed(field)
  switch (column) {
    case 'onHand':
      return table.onHand
    case 'unitsSold':
      return table.unitsSold
    case undefined:
    case 'phantom':
    case 'category':
    case 'department':
    case 'aisle':
    case 'bin':
    case 'itemName':
      return null
    default:
      return table.optional[column]
  }
}
