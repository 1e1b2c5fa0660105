import { isCandidate, type ExtractTable } from '../table/extract-table'
import type { ScoredItems } from './binned-items'

/** The candidates of a table with one model's scores (one a row of the table, and the same as they are judged), by store-item. */
export function candidateItems(table: ExtractTable, scores: Float32Array, judged: Float32Array = scores): ScoredItems {
  const item = new Uint32Array(table.rowCount)
  const given = new Float32Array(table.rowCount)
  const givenJudged = judged === scores ? given : new Float32Array(table.rowCount)
  let rows = 0
  let items = 0
  for (let series = 0; series < table.seriesCount; series++) {
    // A gap too long to fill starts a new series of the same store-item.
    const goesOn = series > 0 && table.storeOfSeries[series] === table.storeOfSeries[series - 1] && table.skuOfSeries[series] === table.skuOfSeries[series - 1]
    if (!goesOn) items++
    for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
      if (!isCandidate(table, series, row)) continue
      given[rows] = scores[row]!
      if (givenJudged !== given) givenJudged[rows] = judged[row]!
      item[rows++] = items - 1
    }
  }
  return { scores: given.subarray(0, rows), judged: givenJudged.subarray(0, rows), item: item.subarray(0, rows), items }
}
