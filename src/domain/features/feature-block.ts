/** Float32 rows as the models read them. */
import type { RowIndex, SeriesIndex } from '../table/extract-table'

export interface FeatureBlock {
  /** Series [fromSeries, toSeries) of the table, all their rows. */
  readonly fromSeries: SeriesIndex
  readonly toSeries: SeriesIndex
  /** First row of the block in the table. */
  readonly fromRow: RowIndex
  readonly rowCount: number
  /** Row-major, rowCount x number of features in catalog order; NaN is missing. */
  readonly values: Float32Array
}
