import { expect, it } from 'vitest'
import { parseAmount } from './parse-amount'

it.each([
  ['2', 2],
  [' 2,50 ', 2.5],
  ['.5', 0.5],
  ['21.', 21],
])('"%s" is read as %d', (text, amount) => {
  expect(parseAmount(text)).toBe(amount)
})

it.each([[''], ['-1'], ['1,000.5'], ['2 €'], ['1e3'], ['NaN']])('"%s" is refused', (text) => {
  expect(parseAmount(text)).toBeNull()
})
