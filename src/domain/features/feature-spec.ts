/** What a feature is, as data: the model cards, the reasons and the training read it. */
import type { OptionalNumericColumn, RequiredNumericColumn } from '../table/extract-table'
import type { SeriesDays } from './series-days'

export type FeatureFamily =
  | 'stock'
  | 'sales'
  | 'rate'
  | 'shortfall'
  | 'ledger'
  | 'replenishment'
  | 'peers'
  | 'store'
  | 'calendar'
  | 'price'
  | 'history'

/** What a feature is computed from. A row of another store-item counts as `sku`, `store` or `category`. */
export type FeatureSource = RequiredNumericColumn | OptionalNumericColumn | 'day' | 'store' | 'sku' | 'category'

export interface FeatureSpec {
  readonly name: string
  readonly family: FeatureFamily
  /** Unit of the value: `units`, `units/day`, `days`, `share` (0 to 1), `ratio`, `log`, `flag` (0 or 1), ... */
  readonly unit: string
  /** Definition at the close of day t, with what missing (NaN) means where it is not plain. */
  readonly formula: string
  readonly sources: readonly FeatureSource[]
  /** Plain words that name the evidence: reads as "<phrase>: <value> <unit>". */
  readonly phrase: string
}

/** A family of features: its columns in order, and the one pass that fills them. */
export interface Family {
  readonly specs: readonly FeatureSpec[]
  /**
   * Writes the family's features of every day of one series.
   * `out[at + i * stride + c]` is column c of the family on day i.
   */
  fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void
}

/** Name to column within the family. */
export type Columns<Name extends string> = { readonly [key in Name]: number }

/** Where each feature stands in its family. */
export function columnsOf<const Specs extends readonly FeatureSpec[]>(specs: Specs): Columns<Specs[number]['name']> {
  return Object.fromEntries(specs.map((spec, column) => [spec.name, column])) as Columns<Specs[number]['name']>
}
