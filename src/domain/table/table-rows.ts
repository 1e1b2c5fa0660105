import type { OptionalNumericColumn, TextColumn } from './extract-table'

/** A text per row: `values[codes[row]]`; code -1 where the row gave none. */
export interface RowText {
  readonly values: readonly string[]
  readonly codes: Int32Array
}

/**
 * Rows as a file gives them: in its order, with repeated and missing days, one entry a row in
 * every array. Arrays may be longer than `rowCount`; what lies beyond is not read.
 */
export interface TableRows {
  readonly rowCount: number
  /** Identifiers exactly as the file wrote them, in any order. */
  readonly stores: readonly string[]
  readonly skus: readonly string[]
  /** Index into `stores`. */
  readonly store: Int32Array
  /** Index into `skus`. */
  readonly sku: Int32Array
  readonly day: Int32Array
  /** NaN is missing, here and in every numeric column. */
  readonly onHand: Float64Array
  readonly unitsSold: Float64Array
  readonly optional: Readonly<Record<OptionalNumericColumn, Float64Array | null>>
  readonly phantom: Float64Array | null
  readonly text: Readonly<Record<TextColumn, RowText | null>>
  /** 0-based ordinal of the data record; ascending. */
  readonly record: Int32Array
}
