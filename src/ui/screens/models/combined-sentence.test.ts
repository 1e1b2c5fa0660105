import { expect, it } from 'vitest'
import { combinedSentence } from './combined-sentence'

const decision = { name: 'All four', models: ['lgbm', 'rf'], best_single: 'lgbm', offered: true }

it.each([
  [{ value: 0.02, low: 0.01, high: 0.03 }, 'a gain beyond chance'],
  [{ value: 0.003, low: -0.003, high: 0.013 }, 'within what chance alone could give'],
  [{ value: -0.02, low: -0.03, high: -0.01 }, 'a loss beyond chance'],
])('judges a gain by its interval: %j', (gain, words) => {
  expect(combinedSentence({ ...decision, gain_over_best_single: gain })).toContain(words)
})

it('says whether it is offered, measured or not', () => {
  expect(combinedSentence({ ...decision, offered: false })).toContain('not offered')
  expect(combinedSentence(decision)).toContain('was not measured')
})
