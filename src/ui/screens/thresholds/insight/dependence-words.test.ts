import { expect, it } from 'vitest'
import { dependenceSentence, formatValue } from './dependence-words'

const spec = { phrase: 'days since the last sale' }

it('says where the mean is lowest and highest', () => {
  const sentence = dependenceSentence({ values: Float64Array.of(0, 7, 28), mean: Float64Array.of(0.02, 0.4, 0.35), rows: 300 }, spec)
  expect(sentence).toBe('Over 300 rows the mean probability is lowest, 0.02 where “days since the last sale” is 0, and highest, 0.40 where “days since the last sale” is 7.')
})

it('says so where nothing moves', () => {
  expect(dependenceSentence({ values: Float64Array.of(0, 1), mean: Float64Array.of(0.101, 0.102), rows: 60 }, spec)).toBe('Over 60 rows the mean probability hardly moves with it: 0.10 to 0.10.')
})

it.each([
  [0, '0'],
  [0.0000061, '≈0'],
  [0.01234, '0.012'],
  [-3.14159, '-3.14'],
  [28, '28'],
  [12_345.6, '12,346'],
])('writes %d as %s', (value, text) => {
  expect(formatValue(value)).toBe(text)
})
