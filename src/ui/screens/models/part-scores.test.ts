import { expect, it } from 'vitest'
import type { Band, StressScenario } from '../../../domain/metrics/measured-set'
import { bandPart, bandRule, scenarioPart, scoreColumns } from './part-scores'
import { spreadSentence } from './spread-sentence'

const ap = (value: number) => ({ average_precision: { value, low: value, high: value } })
const scenario = (name: string, lgbm: number, lstm: number): StressScenario => ({
  scenario: name,
  candidates: 1000,
  positives: 80,
  base_rate: 0.08,
  models: { lstm: ap(lstm), lgbm: ap(lgbm) },
  combined: { name: 'All four', ...ap(0.65) },
  ceiling: ap(0.9),
  rules: { wait: { name: 'No sale for long', ...ap(0.2) }, others: { name: 'Others sell it', ...ap(0.3) } },
})
const band: Band = { from: 3, below: null, candidates: 90, positives: 4, too_few: true, measured: { lgbm: { name: 'LightGBM', ...ap(0.4) }, others: { name: 'Others sell it', ...ap(0.1) } } }

it('has a column for every model, then what else was measured', () => {
  const names = scoreColumns(scenario('tiny stores', 0.6, 0.5)).map(({ name }) => name)
  expect(names).toEqual(['LightGBM', 'LSTM', 'All four', 'Best rule', 'Ceiling'])
})

it('a scenario says what it stresses, and has its own best rule', () => {
  const part = scenarioPart(scenario('tiny stores', 0.6, 0.5))
  expect(part.name).toBe('Tiny stores')
  expect(part.note).toContain('small stores')
  expect(part.scores['best rule']?.average_precision?.value).toBe(0.3)
})

it('a scenario that is not known goes by the name in the file', () => {
  expect(scenarioPart(scenario('double daylight', 0.6, 0.5)).name).toBe('double daylight')
})

it('a band with few phantom rows says so, and its rule is no model', () => {
  const part = bandPart(band, ['lgbm'], 'units a day')
  expect(part).toMatchObject({ name: '3 or more units a day', tooFew: true, note: 'Too few phantom rows to judge by.' })
  expect(part.scores['best rule']?.average_precision?.value).toBe(0.1)
  expect(bandRule([{ ...band, measured: {} }, band], ['lgbm'])).toBe('Others sell it')
  expect(bandRule([{ ...band, measured: {} }], ['lgbm'])).toBeNull()
})

it('bands read as ranges', () => {
  expect(bandPart({ ...band, from: 0, below: 0.1 }, [], 'units a day').name).toBe('under 0.1 units a day')
  expect(bandPart({ ...band, from: 28, below: 60 }, [], 'days').name).toBe('28 to under 60 days')
})

it('tells where the best model does best and worst', () => {
  const both = [scenario('tiny stores', 0.3, 0.4), scenario('dirty extract', 0.6, 0.5)]
  expect(spreadSentence(both.map(scenarioPart), scoreColumns(both[0]!))).toBe('From AP 0.600 (dirty extract) down to 0.400 (tiny stores), of the best model in each.')
  expect(spreadSentence([], [])).toContain('No model')
})
