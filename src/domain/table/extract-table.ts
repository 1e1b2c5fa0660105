/**
 * The extract as columns plus a length. A row is a number; there is no array of row objects.
 *
 * Rows are sorted by series, then by day. A series is an unbroken run of calendar days of one
 * store-item: row i + 1 of a series is the day after row i. Days that the file left out are
 * filled (see `filled`), and a gap too long to fill starts a new series of the same store-item.
 */

/** Days since 1970-01-01, no time zone. */
export type EpochDay = number
/** Index of a row of an `ExtractTable`. */
export type RowIndex = number
/** Index of a series of an `ExtractTable`. */
export type SeriesIndex = number

/** Numeric columns that a row always has; NaN where the file gave no readable value. */
export const requiredNumericColumns = ['onHand', 'unitsSold'] as const

/** Numeric columns that may be absent from the whole file (`null`), or missing in a row (NaN). */
export const optionalNumericColumns = [
  'forecastUnits',
  'leadTimeForecastUnits',
  'unitsReceived',
  'unitsOnOrder',
  'unitsAdjusted',
  'countedUnits',
  'price',
  'unitCost',
  'onPromo',
  'minDisplayUnits',
  'casePack',
] as const

/** Texts that describe a store-item; absent columns are `null`. */
export const textColumns = ['category', 'department', 'aisle', 'bin', 'itemName'] as const

export type RequiredNumericColumn = (typeof requiredNumericColumns)[number]
export type OptionalNumericColumn = (typeof optionalNumericColumns)[number]
export type TextColumn = (typeof textColumns)[number]

/** A text column of series: `values[codes[series]]`; code -1 where the file gave none. */
export interface SeriesText {
  readonly values: readonly string[]
  readonly codes: Int32Array
}

export interface ExtractTable {
  readonly rowCount: number
  readonly seriesCount: number
  /** Length seriesCount + 1. Series s owns rows seriesStart[s] up to, not including, seriesStart[s + 1]. */
  readonly seriesStart: Int32Array
  /** Per series: index into `stores`. */
  readonly storeOfSeries: Int32Array
  /** Per series: index into `skus`. */
  readonly skuOfSeries: Int32Array
  /** Identifiers exactly as the file wrote them. */
  readonly stores: readonly string[]
  readonly skus: readonly string[]

  /** Per row. */
  readonly day: Int32Array
  /** Recorded on-hand at close of day, units; may be negative; NaN if unreadable. */
  readonly onHand: Float64Array
  /** Units sold that day; may be negative (returns); NaN if unknown. */
  readonly unitsSold: Float64Array
  readonly optional: Readonly<Record<OptionalNumericColumn, Float64Array | null>>
  /** Label, where the file has one: 1 phantom, 0 not, NaN unknown. Never read by features. */
  readonly phantom: Float64Array | null
  /** Per series, the last text that the file gave. */
  readonly text: Readonly<Record<TextColumn, SeriesText | null>>

  /** Per row: 1 where the day was not in the file and was filled in. */
  readonly filled: Uint8Array
  /** Per row: 0-based ordinal of the data record in the file (records, not lines); -1 for a filled day. */
  readonly record: Int32Array
}

/** Days a store-item must have been seen, this row included, before its rows count as candidates. */
export const minimumHistoryDays = 28

/**
 * Is this row scored at all? The record must claim stock: on-hand > 0 (NaN is not).
 */
export function isScored(table: ExtractTable, row: RowIndex): boolean {
  return table.onHand[row]! > 0
}

/**
 * Is this row a candidate: scored, and with `minimumHistoryDays` of its series seen?
 * Only candidates can alert, and only candidates count in metrics.
 */
export function isCandidate(table: ExtractTable, series: SeriesIndex, row: RowIndex): boolean {
  return isScored(table, row) && row - table.seriesStart[series]! + 1 >= minimumHistoryDays
}
