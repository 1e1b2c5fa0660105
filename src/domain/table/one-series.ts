/** One series of a table as a table of its own, whose numbers may be changed without touching the other. */
import { type ExtractTable, optionalNumericColumns, type SeriesIndex, type SeriesText, textColumns } from './extract-table'

/** The first `days` days of a series, copied; all days by default. Stores and SKUs keep their numbers. */
export function oneSeries(table: ExtractTable, series: SeriesIndex, days = Infinity): ExtractTable {
  const from = table.seriesStart[series]!
  const to = Math.min(table.seriesStart[series + 1]!, from + days)
  const textOf = (text: SeriesText | null) => text && { values: text.values, codes: text.codes.slice(series, series + 1) }
  return {
    rowCount: to - from,
    seriesCount: 1,
    seriesStart: Int32Array.of(0, to - from),
    storeOfSeries: table.storeOfSeries.slice(series, series + 1),
    skuOfSeries: table.skuOfSeries.slice(series, series + 1),
    stores: table.stores,
    skus: table.skus,
    day: table.day.slice(from, to),
    onHand: table.onHand.slice(from, to),
    unitsSold: table.unitsSold.slice(from, to),
    optional: Object.fromEntries(optionalNumericColumns.map((name) => [name, table.optional[name]?.slice(from, to) ?? null])) as ExtractTable['optional'],
    phantom: table.phantom && table.phantom.slice(from, to),
    text: Object.fromEntries(textColumns.map((name) => [name, textOf(table.text[name])])) as ExtractTable['text'],
    filled: table.filled.slice(from, to),
    record: table.record.slice(from, to),
  }
}
