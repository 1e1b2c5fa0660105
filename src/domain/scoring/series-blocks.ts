import type { SeriesIndex } from '../table/extract-table'

/** Whole series [fromSeries, toSeries) that are computed and scored as one block. */
export interface SeriesRange {
  readonly fromSeries: SeriesIndex
  readonly toSeries: SeriesIndex
}

/**
 * Cuts a table into blocks of whole series, each as long as fits into `rowsPerBlock` rows;
 * a series that is longer than that is a block of its own.
 *
 * @param seriesStart length series + 1, as in `ExtractTable`
 */
export function cutSeriesBlocks(seriesStart: Int32Array, rowsPerBlock: number): SeriesRange[] {
  const blocks: SeriesRange[] = []
  const seriesCount = seriesStart.length - 1
  let from = 0
  for (let series = 1; series <= seriesCount; series++) {
    const full = series === seriesCount || seriesStart[series + 1]! - seriesStart[from]! > rowsPerBlock
    if (!full) continue
    blocks.push({ fromSeries: from, toSeries: series })
    from = series
  }
  return blocks
}
