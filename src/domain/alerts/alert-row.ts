/** One row as the Alerts screen draws it. Made only for the rows that are drawn. */
import type { SegmentThresholds } from '../segments/segment-thresholds'
import type { EpochDay, RowIndex } from '../table/extract-table'
import type { ModelId } from '../scoring/model-manifest'

export interface AlertRow {
  readonly row: RowIndex
  readonly store: string
  readonly sku: string
  readonly itemName: string | null
  readonly category: string | null
  /** Where it stands in the store, as the file names it; null where it says nothing. */
  readonly department: string | null
  readonly aisle: string | null
  readonly bin: string | null
  readonly day: EpochDay
  /** The day was not in the file. */
  readonly filled: boolean
  readonly onHand: number
  /** Of one unit on that day, in the file's currency; null where the file has none above 0. */
  readonly price: number | null
  /** Units to expect on a usual day, > 0: held while the item sells nothing, so that a silence does not make it smaller. */
  readonly unitsPerDay: number
  /** Days from the last sale in this extract to this day; null where it never sold. */
  readonly daysSinceSale: number | null
  /** Units expected and not sold since the last sale, >= 0. */
  readonly missedUnits: number
  /** missedUnits x price; null where there is no price. */
  readonly lostSales: number | null
  /** Calibrated probability by model id; absent where that model has not scored the row (yet). */
  readonly probabilities: Readonly<Partial<Record<ModelId | (string & {}), number>>>
  /** The label, where the extract has one. */
  readonly phantom: boolean | null
}

/** Columns by which a view can be ordered. */
export type AlertColumn =
  | 'probability'
  | 'store'
  | 'sku'
  | 'itemName'
  | 'category'
  | 'day'
  | 'onHand'
  | 'daysSinceSale'
  | 'missedUnits'
  | 'lostSales'

export type AlertScope = { readonly kind: 'latest' } | { readonly kind: 'day'; readonly day: EpochDay } | { readonly kind: 'all' }

/** What the Alerts screen asks for. The common threshold is no part of it: moving it asks nothing. */
export interface AlertQuery {
  readonly model: string
  /** Thresholds of their own that segments have with this model; null or left out: none. */
  readonly segments?: SegmentThresholds | null
  readonly scope: AlertScope
  readonly store: string | null
  readonly category: string | null
  /** Case-insensitive, in store, SKU, item name and category. */
  readonly search: string
  readonly order: { readonly column: AlertColumn; readonly descending: boolean }
}

/**
 * The candidates that match a query, in its order (ties by row). The alerts at threshold t
 * are the entries with probability >= t; in falling order of probability they are a prefix.
 * Where segments have thresholds of their own, they are the entries with `judged` >= t.
 */
export interface AlertView {
  readonly rows: Uint32Array
  /** Parallel to `rows`: the asked model's probability, NaN where not scored yet. */
  readonly probabilities: Float32Array
  /** Parallel to `rows`: `judgedScores` of them; left out where no segment has a threshold of its own. */
  readonly judged?: Float32Array
  /** Parallel to `rows`, as in AlertRow: the sums over the alerts follow the threshold without a further question. */
  readonly missedUnits: Float32Array
  /** Parallel to `rows`, NaN where the row has no price; null where the extract has none. */
  readonly lostSales: Float32Array | null
}

/** The days of one series as the history drawer draws them; all arrays have one length. */
export interface SeriesHistory {
  readonly store: string
  readonly sku: string
  readonly itemName: string | null
  readonly category: string | null
  readonly day: Int32Array
  readonly filled: Uint8Array
  /** NaN is missing in every column. */
  readonly onHand: Float64Array
  readonly unitsSold: Float64Array
  /** The file's forecast, or our own where it has none (`forecastIsOurs`). */
  readonly forecastUnits: Float64Array
  readonly forecastIsOurs: boolean
  /** Units to expect by past sales, a day: our own forecast, which silence does not lower. */
  readonly expectedUnits: Float64Array
  readonly unitsReceived: Float64Array
  readonly probabilities: Readonly<Record<string, Float32Array>>
  readonly phantom: Float64Array | null
}
