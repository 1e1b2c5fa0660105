import type { ExtractTable, SeriesIndex, SeriesText } from '../table/extract-table'

/** What views, rows and histories are made from: the table and what was computed per row. */
export interface AlertSource {
  readonly table: ExtractTable
  /** By model id, per row; NaN is not scored (yet). */
  readonly scores: ReadonlyMap<string, Float32Array>
  /** Per row: days from the last sale in this extract to that day; -1 where it has not sold yet. */
  readonly daysSinceSale: Int32Array
  /** Per row: units expected and not sold since the last sale, >= 0. */
  readonly missedUnits: Float32Array
  /** Per row: units to expect on a usual day, > 0 (`rate` of `HeldDemand`). */
  readonly unitsPerDay: Float64Array
  /** Per row: our own forecast in units, for files and days that have none. */
  readonly ourForecast: Float64Array
}

/** The text of a series, or null where the file gave none. */
export function textOfSeries(text: SeriesText | null, series: SeriesIndex): string | null {
  const code = text?.codes[series] ?? -1
  return code < 0 ? null : (text?.values[code] ?? null)
}

/** The series that a row belongs to: bisects the starts. */
export function seriesOfRow(table: ExtractTable, row: number): SeriesIndex {
  let low = 0
  let high = table.seriesCount - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (table.seriesStart[middle]! <= row) low = middle
    else high = middle - 1
  }
  return low
}
