import { isCandidate, type ExtractTable } from './extract-table'
import { labelsFromCounts } from './labels-from-counts'

/** What the file itself knows of its rows, and how it came to know. */
export interface KnownLabels {
  /** One a row: 1 phantom, 0 not, -1 unknown; every row that is no candidate is unknown. */
  readonly labels: Int8Array
  /** Candidates with a label from the label column. */
  readonly stated: number
  /** Candidates with a label that a count proves, where the column says nothing. */
  readonly counted: number
}

/**
 * The labels of an extract's candidates: the label column's word where it has one, else what a count of
 * the next day proves (`labelsFromCounts`).
 */
export function knownLabels(table: ExtractTable): KnownLabels {
  const labels = labelsFromCounts(table) ?? new Int8Array(table.rowCount).fill(-1)
  let stated = 0
  let counted = 0
  for (let series = 0; series < table.seriesCount; series++) {
    for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
      const said = table.phantom ? table.phantom[row]! : NaN
      if (!isCandidate(table, series, row)) labels[row] = -1
      else if (said === 0 || said === 1) {
        labels[row] = said
        stated++
      } else if (labels[row] !== -1) counted++
    }
  }
  return { labels, stated, counted }
}
