/** Segments as rows of a table. */
import type { Segment } from '../../../../domain/bench/segments'
import type { SegmentRespect } from '../../../../domain/segments/segment'
import { countOf, formatCount, noValue } from '../../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../../format/format-score'
import type { TableCell, TableRow } from '../../../widgets/measured-table'
import { precisionLook, recallLook, sureCell, sureMarks } from '../sure-cell'
import { segmentName } from './segment-words'

export const segmentColumns = ['Rows', 'Phantom rows', 'Alerts', 'Precision', 'Recall', 'Threshold of its own', 'With it elsewhere'] as const

export function segmentRow(segment: Segment, by: SegmentRespect): TableRow {
  const { label, rows, items, positives, tooFew, counts, precision, recall } = segment
  return {
    key: JSON.stringify(label),
    name: segmentName(label, by),
    ...(tooFew ? { note: 'Too few phantom rows: take its figures as a hint.' } : {}),
    cells: [
      { text: formatCount(rows), note: countOf(items, 'item') },
      { text: formatCount(positives), ...(tooFew ? { note: 'too few' } : {}) },
      { text: formatCount(counts.tp + counts.fp) },
      sureCell(precision),
      sureCell(recall),
      ...ownCells(segment),
    ],
    // A picture of figures that say little would say much.
    marks: tooFew ? [] : [...sureMarks('precision', precision, precisionLook), ...sureMarks('recall', recall, recallLook)],
  }
}

/** The threshold that a segment could have, and what it does on store-items that it was not set by. */
function ownCells({ own }: Segment): readonly [TableCell, TableCell] {
  if (!own) return [{ text: 'none' }, { text: noValue }]
  const { found, alerts } = own.heldOut
  return [
    { text: formatThreshold(own.threshold) },
    alerts === 0 ? { text: 'no alerts' } : { text: `${formatWholePercent(found / alerts)} right`, note: `${formatCount(found)} found` },
  ]
}
