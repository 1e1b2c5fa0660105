import type { ReadSummary } from '../domain/csv/read-result'
import { isCandidate, isScored, type ExtractTable } from '../domain/table/extract-table'
import { knownLabels } from '../domain/table/known-labels'
import type { OpenedExtract } from './engine'

/** What the screens need to know of a table before it is scored; a few passes over its rows. */
export function describeExtract(table: ExtractTable, summary: ReadSummary): OpenedExtract {
  const candidateOnDay = new Uint8Array(Math.max(0, summary.lastDay - summary.firstDay + 1))
  let scoredRows = 0
  let candidateRows = 0
  for (let series = 0; series < table.seriesCount; series++) {
    for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
      if (!isScored(table, row)) continue
      scoredRows++
      if (!isCandidate(table, series, row)) continue
      candidateRows++
      candidateOnDay[table.day[row]! - summary.firstDay] = 1
    }
  }
  const { stated, counted } = knownLabels(table)
  const days: number[] = []
  candidateOnDay.forEach((stands, offset) => {
    if (stands === 1) days.push(summary.firstDay + offset)
  })
  const price = table.optional.price
  return {
    summary,
    stores: table.stores,
    categories: [...(table.text.category?.values ?? [])].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    days: Int32Array.from(days),
    latestDay: summary.lastDay,
    scoredRows,
    candidateRows,
    labelled: { stated, counted },
    hasPrice: price !== null && price.some((value) => !Number.isNaN(value)),
  }
}
