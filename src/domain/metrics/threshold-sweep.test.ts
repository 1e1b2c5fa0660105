import { expect, it } from 'vitest'
import { rowsOf } from '../../testing/drawn-scores'
import { buildThresholdCurve } from './threshold-curve'
import { thresholdSweep } from './threshold-sweep'

it('the sweep gives exact measures at even thresholds, and none where nothing is alerted', () => {
  const rows = rowsOf([0.25, 0.5, 0.75], '101')
  const sweep = thresholdSweep(buildThresholdCurve(rows.scores, rows.labels), 2)
  expect(sweep).toEqual([
    { threshold: 0, precision: 2 / 3, recall: 1, f1: 0.8, alertRate: 1 },
    { threshold: 0.5, precision: 0.5, recall: 0.5, f1: 0.5, alertRate: 2 / 3 },
    { threshold: 1, precision: NaN, recall: 0, f1: 0, alertRate: 0 },
  ])
})
