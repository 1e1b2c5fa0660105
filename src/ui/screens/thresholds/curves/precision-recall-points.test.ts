import { expect, it } from 'vitest'
import type { SureShare } from '../../../../domain/bench/clustered-share'
import { buildThresholdCurve } from '../../../../domain/metrics/threshold-curve'
import { rowsOf } from '../../../../testing/drawn-scores'
import { bandKey, precisionRecallPoints } from './precision-recall-points'

const curveOf = (scores: readonly number[], labels: string) => {
  const rows = rowsOf(scores, labels)
  return buildThresholdCurve(rows.scores, rows.labels)
}
const model = { id: 'm', name: 'Model', curve: curveOf([0.75, 0.5, 0.25], '101') }
const sure = (value: number, tooFew = false): SureShare => ({ value, low: tooFew ? NaN : value - 0.1, high: tooFew ? NaN : value + 0.1, atLeast: value - 0.08, items: 50, tooFew })

it('draws the exact precision at each step of recall, and says at which threshold', () => {
  const { points, cells, twin } = precisionRecallPoints([model], null)
  expect(points[100]).toEqual({ x: 0.5, m: 1 })
  expect(points[101]).toEqual({ x: 0.505, m: 2 / 3 })
  expect(cells.rows[101]).toEqual([0.505, 2 / 3, 0.25])
  expect(twin.rows.find(([first]) => typeof first !== 'string' && first?.value === 0.5)).toEqual([{ shown: '50%', value: 0.5 }, '100.0% at 0.750'])
})

it('a rule’s line ends where its answers end', () => {
  const rule = { id: 'r', name: 'Rule', curve: curveOf([5, -Infinity, -Infinity], '110') }
  const { points, cells } = precisionRecallPoints([rule], null)
  expect(points[100]).toEqual({ x: 0.5, r: 1 })
  expect(points[200]).toEqual({ x: 1, r: null })
  expect(cells.rows[200]).toEqual([1, null, null])
})

it('the band stands at the first studied threshold that finds as much, and is left out where too few items stand behind it', () => {
  const { points, twin } = precisionRecallPoints([model], { id: 'm', points: [
    { threshold: 0.75, precision: sure(1, true), recall: sure(0.5) },
    { threshold: 0.25, precision: sure(0.6), recall: sure(1) },
  ] })
  expect(points[100]?.[bandKey('m')]).toBeNull()
  expect(points[101]?.[bandKey('m')]).toEqual([0.5, 0.7])
  expect(twin.columns).toEqual(['Recall at least', 'Model', 'Model: 95% from', 'Model: 95% to'])
})
