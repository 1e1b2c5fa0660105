import { expect, it } from 'vitest'
import { formatScore, formatThreshold, formatWholePercent } from './format-score'

it('what is not defined is a dash, never 0', () => {
  expect([formatWholePercent(NaN), formatScore(NaN)]).toEqual(['–', '–'])
})

it.each([
  [0.5, '0.50'],
  [0.7312, '0.7312'],
  [0.7300000190734863, '0.73'],
  [1, '1.00'],
])('threshold %d reads %s', (threshold, text) => {
  expect(formatThreshold(threshold)).toBe(text)
})

it('shares read as whole percent', () => {
  expect(formatWholePercent(0.9124)).toBe('91%')
})
