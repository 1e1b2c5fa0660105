import { expect, it } from 'vitest'
import type { SureShare } from '../../../../domain/bench/clustered-share'
import type { ComparedModel, ComparedPair } from '../../../../domain/bench/compare'
import { modelName } from '../../../format/model-name'
import { modelRow, overlapOf, pairRow } from './compare-rows'
import { equalSentence, ownSentence, sharedSentence } from './compare-words'

function sure(value: number, reach = 0.05): SureShare {
  return { value, low: value - reach, high: value + reach, atLeast: value - reach, items: 50, tooFew: false }
}

function compared(model: string, tp: number, fp: number, reach?: number): ComparedModel {
  return { model, threshold: 0.75, counts: { tp, fp, fn: 200 - tp, tn: 800 - fp }, precision: sure(tp / (tp + fp), reach), recall: sure(tp / 200, reach) }
}

const part = (alerts: number, phantom: number) => ({ alerts, phantom, precision: sure(phantom / alerts) })
const pair: ComparedPair = { a: 'lgbm', b: 'lstm', both: part(60, 57), onlyA: part(20, 12), onlyB: part(20, 8), overlap: 0.6 }

it('at equal workload it names who finds most, and says when that may be chance', () => {
  expect(equalSentence([compared('lgbm', 80, 20), compared('lstm', 70, 30)], modelName)).toBe(
    'With about 100 alerts each, LightGBM finds most phantom rows: 80, LSTM 70. Their intervals overlap, so the order may be chance.',
  )
  expect(equalSentence([compared('lgbm', 80, 20, 0.01), compared('lstm', 70, 30, 0.01)], modelName)).toContain('lie apart')
  expect(equalSentence([compared('lgbm', 80, 20)], modelName)).toBeNull()
})

it('at own thresholds it tells being right from finding much', () => {
  expect(ownSentence([compared('lgbm', 80, 20), compared('xgb', 40, 2)], modelName)).toContain('XGBoost is right most often (95% of its alerts); LightGBM finds most (40% of the phantom rows)')
  expect(ownSentence([compared('lgbm', 80, 2), compared('xgb', 40, 20)], modelName)).toContain('LightGBM is right most often (98%) and finds most (40%')
})

it('says what it means that two models share an alert', () => {
  expect(sharedSentence([pair], modelName)).toBe(
    'LightGBM and LSTM agree least: they share 60% of what either flags. Of the rows that both flag 95% are phantom, of those that one alone flags 50%.',
  )
  expect(sharedSentence([{ ...pair, onlyA: part(0, 0), onlyB: part(0, 0), overlap: 1 }], modelName)).toBeNull()
})

it('rows carry every figure with its interval', () => {
  const row = modelRow(compared('lgbm', 80, 20), modelName)
  expect(row.cells.map(({ text }) => text)).toEqual(['0.75', '100', '80.0%', '40.0%'])
  expect(row.cells[2]?.interval).toBe('75.0% to 85.0%')
  expect(pairRow(pair, modelName).cells.map(({ text, interval }) => [text, interval])).toEqual([
    ['60%', undefined],
    ['60, 95% right', '90% to 100%'],
    ['20, 60% right', '55% to 65%'],
    ['20, 40% right', '35% to 45%'],
  ])
})

it('the square of overlaps is the same both ways, and has no value for a model and itself', () => {
  expect(overlapOf([pair], 'lgbm', 'lstm')).toBe(0.6)
  expect(overlapOf([pair], 'lstm', 'lgbm')).toBe(0.6)
  expect(overlapOf([pair], 'lgbm', 'lgbm')).toBeNaN()
})
