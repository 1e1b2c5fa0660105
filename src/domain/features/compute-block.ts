import type { SeriesIndex } from '../table/extract-table'
import { featureCount } from './catalog'
import type { FeatureContext } from './context'
import { families } from './families'
import type { FeatureBlock } from './feature-block'
import { SeriesDays } from './series-days'

/** First column of each family. */
const firstColumns = families.map((_, f) => families.slice(0, f).reduce((columns, family) => columns + family.specs.length, 0))

/** Bits of a float32: compared as integers, both infinities are found in one step. */
const allButSign = 0x7fffffff
const infinity = 0x7f800000

/** One is enough: blocks are computed one after another and nothing is kept between them. */
const days = new SeriesDays()

/**
 * Features of all rows of the series [fromSeries, toSeries), in catalog order: float64 inside,
 * rounded to float32 once as they are stored, NaN where missing, never infinite. A row's
 * features are the same however series are cut into blocks.
 *
 * @param room where the values are written if they fit, whatever it held; by default into memory of their own
 */
export function computeFeatureBlock(context: FeatureContext, fromSeries: SeriesIndex, toSeries: SeriesIndex, room?: ArrayBuffer): FeatureBlock {
  const { seriesStart } = context.table
  const fromRow = seriesStart[fromSeries]!
  const rowCount = seriesStart[toSeries]! - fromRow
  const cells = rowCount * featureCount
  const values = room && room.byteLength >= cells * Float32Array.BYTES_PER_ELEMENT ? new Float32Array(room, 0, cells) : new Float32Array(cells)
  for (let series = fromSeries; series < toSeries; series++) {
    days.load(context, series)
    const at = (seriesStart[series]! - fromRow) * featureCount
    for (let f = 0; f < families.length; f++) families[f]!.fill(days, values, at + firstColumns[f]!, featureCount)
  }
  // Divisions by an empty window or by zero sales end as infinity in rare rows: that is missing.
  const bits = new Int32Array(values.buffer, 0, cells)
  for (let k = 0; k < bits.length; k++) if ((bits[k]! & allButSign) === infinity) values[k] = NaN
  return { fromSeries, toSeries, fromRow, rowCount, values }
}
