/** The measures of the results table in groups that are looked at together. */
import type { Measured } from '../../../domain/metrics/measured'
import { formatShare, formatUnits, noValue } from '../../format/format-number'
import { formatScore, formatWholePercent } from '../../format/format-score'
import type { Term } from '../../widgets/measure-meanings'
import type { ComparedRow } from './compared-rows'
import { estimateCell, type MaybeEstimate } from './estimate-cell'
import type { TableCell } from '../../widgets/measured-table'

type Of = (measured: Measured) => MaybeEstimate

export interface MeasureColumn {
  readonly name: string
  readonly cell: (row: ComparedRow) => TableCell
  /** What checking at random reaches, given the base rate; absent where that is another story. */
  readonly atRandom?: (baseRate: number) => string
}

/** What is drawn beside each row: a filled dot, or a ring for a second figure. */
export interface DrawnMeasure {
  readonly name: string
  readonly of: Of
}

export interface MeasureView {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly columns: readonly MeasureColumn[]
  readonly drawn: readonly DrawnMeasure[]
  readonly drawnFormat: (value: number) => string
  /** A dashed line: what random checks reach, or what the ceiling is. */
  readonly reference: 'base rate' | 'one' | null
  /** The figure by which one rule stands for all of them. */
  readonly best: (measured: Measured) => number | undefined
  readonly terms: readonly Term[]
}

function column(name: string, of: Of, format: (value: number) => string): MeasureColumn {
  return { name, cell: ({ measured }) => estimateCell(of(measured), format) }
}

/** A kind of precision: checks at random reach the base rate. */
function precisionColumn(name: string, of: Of, format: (value: number) => string): MeasureColumn {
  return { ...column(name, of, format), atRandom: format }
}

/** A rule's threshold is in its own unit (days, units); only a model's is a probability. */
function thresholdCell({ kind, measured: { threshold } }: ComparedRow): TableCell {
  if (typeof threshold !== 'number') return { text: noValue }
  return { text: kind === 'rule' ? formatUnits(threshold) : formatScore(threshold) }
}

/** What is left of the wrong alerts; its interval is not known. */
function elsewhereCell({ measured: { false_alerts_unwanted: unwanted, false_alerts_in_backroom: backroom } }: ComparedRow): TableCell {
  return { text: unwanted && backroom ? formatShare(Math.max(0, 1 - unwanted.value - backroom.value)) : noValue }
}

export const measureViews: readonly MeasureView[] = [
  {
    id: 'ranking',
    name: 'Ranking',
    about: 'How well each puts phantom rows above the others, wherever the threshold lies.',
    columns: [
      precisionColumn('AP', (m) => m.average_precision, formatScore),
      column('Recall at precision .90', (m) => m.recall_at_precision_90, formatShare),
      column('AUC', (m) => m.auc, formatScore),
      column('Calibration error', (m) => m.calibration_error, formatScore),
    ],
    drawn: [{ name: 'AP', of: (m) => m.average_precision }],
    drawnFormat: formatUnits,
    reference: 'base rate',
    best: (m) => m.average_precision.value,
    terms: ['AP', 'Recall at precision .90', 'AUC', 'Calibration error', '95% interval'],
  },
  {
    id: 'threshold',
    name: 'At the shipped threshold',
    about: 'What happens when every row from the shipped threshold up is an alert; of a rule, from the value at which programmes alert by it.',
    columns: [
      { name: 'Threshold', cell: thresholdCell },
      precisionColumn('Precision', (m) => m.precision, formatShare),
      column('Recall', (m) => m.recall, formatShare),
      column('F1', (m) => m.f1, formatScore),
      column('Lift', (m) => m.lift, formatUnits),
    ],
    drawn: [
      { name: 'Precision', of: (m) => m.precision },
      { name: 'Recall', of: (m) => m.recall },
    ],
    drawnFormat: formatWholePercent,
    reference: 'base rate',
    best: (m) => m.f1?.value,
    terms: ['Threshold', 'Shipped threshold', 'Test worlds', 'Precision', 'Recall', 'F1', 'Lift', '95% interval'],
  },
  {
    id: 'budget',
    name: 'At the store’s budget',
    about:
      'When each store checks only the first rows of its list each day. On many days a store has fewer phantom rows than that, so that even a perfect list would stay below 100%: the ceiling shows how much there was to find.',
    columns: [
      precisionColumn('Right of first 5', (m) => m.precision_at_5, formatShare),
      precisionColumn('Right of first 10', (m) => m.precision_at_10, formatShare),
      precisionColumn('Right of first 20', (m) => m.precision_at_20, formatShare),
    ],
    drawn: [{ name: 'Right of first 10', of: (m) => m.precision_at_10 }],
    drawnFormat: formatWholePercent,
    reference: 'base rate',
    best: (m) => m.precision_at_10?.value,
    terms: ['Right of first 5, 10, 20', 'Base rate', '95% interval'],
  },
  {
    id: 'time',
    name: 'Over time',
    about:
      'Whether a spell of phantom stock is found at the shipped threshold, how soon, and how much is lost while nobody knows. Read it beside the precision: whoever alerts everything finds everything.',
    columns: [
      column('Precision', (m) => m.precision, formatShare),
      column('Spells found', (m) => m.episodes_found, formatShare),
      column('Days to find', (m) => m.days_to_find, formatUnits),
      column('Spells found, daily sellers', (m) => m.episodes_found_selling_daily, formatShare),
      column('Days to find, daily sellers', (m) => m.days_to_find_selling_daily, formatUnits),
      column('Lost units under alert', (m) => m.lost_units_under_alert, formatShare),
    ],
    drawn: [
      { name: 'Spells found', of: (m) => m.episodes_found },
      { name: 'Daily sellers', of: (m) => m.episodes_found_selling_daily },
    ],
    drawnFormat: formatWholePercent,
    reference: null,
    best: (m) => m.f1?.value,
    terms: ['Precision', 'Spells found', 'Days to find', 'Daily sellers', 'Lost units under alert', '95% interval'],
  },
  {
    id: 'ceiling',
    name: 'Part of the ceiling',
    about:
      'How much of the ceiling’s figure each reaches. The ceiling is the same learner given the true rate of demand, which no extract holds; what it misses, better estimates of demand could not find either.',
    columns: [
      column('AP', (m) => m.part_of_ceiling?.average_precision, formatShare),
      column('Recall at precision .90', (m) => m.part_of_ceiling?.recall_at_precision_90, formatShare),
      column('Right of first 10', (m) => m.part_of_ceiling?.precision_at_10, formatShare),
      column('Lost units under alert', (m) => m.part_of_ceiling?.lost_units_under_alert, formatShare),
    ],
    drawn: [{ name: 'AP, part of the ceiling’s', of: (m) => m.part_of_ceiling?.average_precision }],
    drawnFormat: formatWholePercent,
    reference: 'one',
    best: (m) => m.part_of_ceiling?.average_precision?.value,
    terms: ['AP', 'Recall at precision .90', 'Right of first 5, 10, 20', 'Lost units under alert', '95% interval'],
  },
  {
    id: 'wrong',
    name: 'Wrong alerts',
    about: 'What the alerts that were not phantom stood on, as shares of them. Where there were few, intervals are wide.',
    columns: [
      column('Precision', (m) => m.precision, formatShare),
      column('Nobody wants it', (m) => m.false_alerts_unwanted, formatShare),
      column('In the backroom', (m) => m.false_alerts_in_backroom, formatShare),
      { name: 'Anything else', cell: elsewhereCell },
    ],
    drawn: [
      { name: 'Nobody wants it', of: (m) => m.false_alerts_unwanted },
      { name: 'In the backroom', of: (m) => m.false_alerts_in_backroom },
    ],
    drawnFormat: formatWholePercent,
    reference: null,
    best: (m) => m.precision?.value,
    terms: ['Nobody wants it', 'In the backroom', 'Anything else', 'Precision', '95% interval'],
  },
]
