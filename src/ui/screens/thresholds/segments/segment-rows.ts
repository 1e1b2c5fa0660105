/** Segments as rows of a table. */
import type { Segment } from '../../../../domain/bench/segments'
import { labelKey, type SegmentRespect } from '../../../../domain/segments/segment'
import type { SegmentThresholds } from '../../../../domain/segments/segment-thresholds'
import { countOf, formatCount, noValue } from '../../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../../format/format-score'
import { segmentName } from '../../../format/segment-name'
import type { TableCell, TableRow } from '../../../widgets/measured-table'
import { precisionLook, recallLook, sureCell, sureMarks } from '../sure-cell'

export const segmentColumns = ['Rows', 'Phantom rows', 'Alerts', 'Precision', 'Recall', 'Threshold of its own', 'With it elsewhere'] as const

/** @param inUse thresholds by segment by which rows alert now; null: the common one is for all */
export function segmentRows(segments: readonly Segment[], by: SegmentRespect, inUse: SegmentThresholds | null): readonly TableRow[] {
  const ownByKey = new Map(inUse?.by === by ? inUse.own.map(({ label, threshold }) => [labelKey(label), threshold]) : [])
  return segments.map((segment) => segmentRow(segment, by, ownByKey.get(labelKey(segment.label)) ?? null))
}

/** @param inUse the threshold of its own by which the segment alerts now; null: the common one */
function segmentRow(segment: Segment, by: SegmentRespect, inUse: number | null): TableRow {
  const { label, rows, items, positives, tooFew, counts, precision, recall } = segment
  return {
    key: JSON.stringify(label),
    name: segmentName(label, by),
    ...(tooFew ? { note: 'Too few phantom rows: take its figures as a hint. It keeps the common threshold.' } : {}),
    cells: [
      { text: formatCount(rows), note: countOf(items, 'item') },
      { text: formatCount(positives), ...(tooFew ? { note: 'too few' } : {}) },
      { text: formatCount(counts.tp + counts.fp) },
      sureCell(precision),
      sureCell(recall),
      ...ownCells(segment, inUse),
    ],
    // A picture of figures that say little would say much.
    marks: tooFew ? [] : [...sureMarks('precision', precision, precisionLook), ...sureMarks('recall', recall, recallLook)],
  }
}

/** The threshold that a segment could have, and what it does on store-items that it was not set by. */
function ownCells({ own }: Segment, inUse: number | null): readonly [TableCell, TableCell] {
  const note = inUse === null ? {} : { note: inUse === own?.threshold ? 'in use' : `in use: ${formatThreshold(inUse)}` }
  if (!own) return [{ text: 'none', ...note }, { text: noValue }]
  const { found, alerts } = own.heldOut
  return [
    { text: formatThreshold(own.threshold), ...note },
    alerts === 0 ? { text: 'no alerts' } : { text: `${formatWholePercent(found / alerts)} right`, note: `${formatCount(found)} found` },
  ]
}
