import { expect, it } from 'vitest'
import type { FeatureWorth } from '../../../domain/metrics/feature-worth'
import { worthRows, worthSentence } from './feature-worth-rows'

const loss = (value: number, low: number, high: number) => ({ loss: { average_precision: { value, low, high } } })
const worth: FeatureWorth = {
  learner: 'LightGBM',
  rounds: 10,
  fits: 2,
  training_rows: 100,
  training_worlds: 3,
  all: { stress: {}, real_demand: {} },
  without: [
    { family: 'again', features: 0, sets: { stress: loss(-0.02, -0.03, 0.01), real_demand: loss(0, 0, 0) } },
    { family: 'calendar', features: 2, sets: { stress: loss(-0.01, -0.02, 0.01), real_demand: loss(-0.01, -0.02, 0.01) } },
    { family: 'peers', features: 10, sets: { stress: loss(0.1, 0.05, 0.15), real_demand: loss(0.12, 0.08, 0.2) } },
    { family: 'price', features: 5, sets: { stress: loss(0.015, 0.01, 0.02), real_demand: loss(0.03, 0.01, 0.05) } },
  ],
}

it('lists families from the greatest loss down, apart from what other seeds alone do', () => {
  const { families, refits } = worthRows(worth, 'average_precision')
  expect(families.map(({ key }) => key)).toEqual(['peers', 'price', 'calendar'])
  expect(refits.map(({ name }) => name)).toEqual(['Nothing left out'])
})

it('a loss is beyond chance only where its interval is, and where it exceeds what other seeds do', () => {
  const { families } = worthRows(worth, 'average_precision')
  expect(families.map(({ clearOn }) => clearOn)).toEqual([['stress', 'real_demand'], ['real_demand'], []])
})

it('names what is missed everywhere and what somewhere', () => {
  const { families } = worthRows(worth, 'average_precision')
  expect(worthSentence(families, ['stress', 'real_demand'], (set) => set)).toBe('Missed beyond chance on every set: other stores. On “real_demand” also: price and promotion.')
  expect(worthSentence([], ['stress'], (set) => set)).toContain('No family by itself')
})

it('a measure that was not taken gives no loss and no verdict', () => {
  const { families } = worthRows(worth, 'recall_at_precision_90')
  expect(families.every(({ clearOn, losses }) => clearOn.length === 0 && losses['stress'] === undefined)).toBe(true)
})
