import { expect, it } from 'vitest'
import { formatPoints, formatSigned } from './format-signed'
import { formatScore } from './format-score'

it.each([
  [0.113, '+0.113'],
  [-0.0076, '−0.008'],
  [0.0001, '0.000'],
  [-0.0001, '0.000'],
  [0, '0.000'],
])('writes %d as %s', (difference, text) => {
  expect(formatSigned(difference, formatScore)).toBe(text)
})

it('writes a difference of shares in points', () => {
  expect(formatSigned(-0.0677, formatPoints)).toBe('−6.8 pts')
})

it('has a dash where there is no value', () => {
  expect(formatSigned(NaN, formatScore)).toBe('–')
})
