/**
 * The rows that models are judged by: scored candidates whose truth is known, with what every study
 * of a threshold needs to know of them. Columns plus a length; nothing here is a row object.
 */

/** Where truth comes from: labels or counts of the open extract, what the store found, or the simulated test worlds that ship with the models. */
export type RowsSource = 'extract' | 'findings' | 'test-worlds'

/** Columns of one length, one entry a row. Rows stand by store-item, then by day. */
export interface MeasuredRows {
  readonly source: RowsSource
  readonly rows: number
  /** 1 phantom, 0 not. */
  readonly labels: Uint8Array
  /** By model id: probability from 0 to 1; NaN where the model has not scored the row. */
  readonly scores: ReadonlyMap<string, Float32Array>
  /** Dense number of the store-item, from 0: rows of one store-item stand together, and the numbers rise. */
  readonly item: Uint32Array
  /** One more than the largest number in `item`. */
  readonly items: number
  /** Dense number of the store, from 0. Stores of different test worlds are different stores. */
  readonly store: Uint32Array
  readonly stores: number
  /** Days since 1970-01-01. */
  readonly day: Int32Array
  /** Days of the store-item seen up to this one, itself included. */
  readonly daysSeen: Uint16Array
  /** Units that shoppers are expected to want on that day; NaN where no rate is known. */
  readonly unitsADay: Float32Array
  /** Price of a unit in the extract's own currency; NaN where there is none. */
  readonly price: Float32Array
  /** By segment (category, department, store name): what each code stands for ('': rows without one), and the code of each row. Empty where the source has none. */
  readonly groups: ReadonlyMap<string, { readonly names: readonly string[]; readonly code: Uint16Array }>
}
