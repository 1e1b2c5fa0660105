/** The pictures of all models over a rate: what is drawn, and how to read it. */
import { alertRate, lift, recall, specificity } from '../../../../domain/metrics/confusion-measures'
import { atAlertRates, atFalseAlarmRates } from '../../../../domain/metrics/rate-points'
import { formatWholePercent } from '../../../format/format-score'
import type { ModelLines } from './model-lines-figure'

export const roc: ModelLines = {
  name: 'ROC curve',
  description:
    'How many phantom rows are found (upwards) for each share of sound rows that is flagged for nothing (to the right). Up and to the left is better; random checks lie on the dashed line. Where phantoms are rare this curve looks good easily: read it beside the precision-recall curve.',
  xLabel: 'Sound rows flagged',
  yLabel: 'Recall',
  pointsAt: atFalseAlarmRates,
  x: (counts) => 1 - specificity(counts),
  y: recall,
  yFormat: formatWholePercent,
  diagonal: true,
}

export const gain: ModelLines = {
  name: 'Gain',
  description: 'How much of all phantom inventory is found (upwards) when that share of all rows is checked, the likeliest first (to the right). Random checks lie on the dashed line.',
  xLabel: 'Rows checked',
  yLabel: 'Phantom rows found',
  pointsAt: atAlertRates,
  x: alertRate,
  y: recall,
  yFormat: formatWholePercent,
  diagonal: true,
}

export const liftLines: ModelLines = {
  name: 'Lift',
  description: 'How many times as many phantom rows a check finds as a random check would (upwards), when that share of all rows is checked, the likeliest first (to the right). Random checks lie at 1.',
  xLabel: 'Rows checked',
  yLabel: 'Times random checks',
  pointsAt: atAlertRates,
  x: alertRate,
  y: lift,
  yFormat: (times) => `${Number.isInteger(times) ? times : times.toFixed(1)}×`,
  open: true,
  floor: { at: 1, label: 'random checks', labelAt: 'above left' },
}
