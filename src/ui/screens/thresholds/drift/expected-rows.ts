/** The estimates for a threshold, and beside them what was measured, as rows of a table. */
import { precision, recall, baseRate } from '../../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../../domain/metrics/counts-at'
import type { ThresholdCurve } from '../../../../domain/metrics/threshold-curve'
import type { ShareInterval } from '../../../../domain/metrics/wilson-interval'
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import { sharpenByFindings } from '../../../../domain/drift/sharpen-by-findings'
import { formatShare, noValue } from '../../../format/format-number'
import type { TableCell, TableRow } from '../../../widgets/measured-table'
import type { MarkShape } from '../../../widgets/charts/interval-track'

/** A curve to measure by, and the words for where its rows are from. */
export interface NamedCurve {
  readonly key: string
  readonly source: string
  readonly curve: ThresholdCurve
}

export interface Checks {
  readonly checked: number
  readonly real: number
}

export const expectedColumns = ['Precision', 'Recall', 'Phantom rows of all'] as const
export const estimatedColour = 'var(--chart-1)'
export const measuredColour = 'var(--chart-axis)'

/** @returns the most telling first: with the store's checks, by this extract's own share of phantom rows, by the probabilities alone, then what was measured
 */
export function expectedRows(threshold: number, expected: ExpectedAtThreshold | null, checks: Checks, measured: readonly NamedCurve[]): readonly TableRow[] {
  return [...(expected ? estimatedRows(expected, checks) : []), ...measured.map((one) => measuredRow(one, threshold))]
}

function estimatedRows(expected: ExpectedAtThreshold, { checked, real }: Checks): readonly TableRow[] {
  const { adjusted, asCalibrated } = expected
  const rows: TableRow[] = []
  const best = adjusted.status === 'estimated' ? adjusted.expected.precision : asCalibrated.precision
  if (checked > 0 && !Number.isNaN(best)) {
    const sharpened = sharpenByFindings(best, checked, real)
    rows.push({
      key: 'checks',
      name: 'Estimate with the store’s checks',
      note: `${real} of ${checked} real, beside the estimate below`,
      cells: [cellOf(sharpened.precision, sharpened.interval), { text: noValue }, { text: noValue }],
      marks: marksOf('checks', sharpened.precision, sharpened.interval, 'dot', estimatedColour),
    })
  }
  if (adjusted.status === 'estimated') {
    const { expected: measures, intervals } = adjusted
    rows.push({
      key: 'adjusted',
      name: 'Estimate for this extract',
      note: 'probabilities under the share of phantom rows that the scores point to here',
      cells: [cellOf(measures.precision, intervals.precision), cellOf(measures.recall, intervals.recall), cellOf(measures.share, intervals.share)],
      marks: marksOf('adjusted', measures.precision, intervals.precision, 'dot', estimatedColour),
    })
  }
  rows.push({
    key: 'calibrated',
    name: 'Estimate by the probabilities alone',
    note: 'as if phantom rows were as frequent here as where the model was calibrated',
    cells: [cellOf(asCalibrated.precision), cellOf(asCalibrated.recall), cellOf(asCalibrated.share)],
    marks: marksOf('calibrated', asCalibrated.precision, null, 'ring', estimatedColour),
  })
  return rows
}

function measuredRow({ key, source, curve }: NamedCurve, threshold: number): TableRow {
  const counts = countsAt(curve, threshold)
  return {
    key,
    name: 'Measured',
    note: source,
    cells: [cellOf(precision(counts)), cellOf(recall(counts)), cellOf(baseRate(counts))],
    marks: marksOf(key, precision(counts), null, 'tick', measuredColour),
  }
}

function cellOf(value: number, interval?: ShareInterval): TableCell {
  const known = interval && !Number.isNaN(interval.low) && !Number.isNaN(value)
  return { text: formatShare(value), ...(known ? { interval: `${formatShare(interval.low)} to ${formatShare(interval.high)}` } : {}) }
}

function marksOf(key: string, value: number, interval: ShareInterval | null, shape: MarkShape, colour: string): TableRow['marks'] {
  if (Number.isNaN(value)) return []
  const bounds = interval && !Number.isNaN(interval.low) ? { low: interval.low, high: interval.high } : {}
  return [{ key, value, ...bounds, shape, colour }]
}
