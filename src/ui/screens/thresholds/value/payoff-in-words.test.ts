import { expect, it } from 'vitest'
import { usualPayoff } from '../../../../store/payoff-state'
import { isUsualPayoff, payoffInWords } from './payoff-in-words'

const table = { ...usualPayoff, costOfCheck: 3, shareRecovered: 0.4, days: 10, marginOfUnit: 2.5, marginShare: 0.25, amount: 40 }

it('says the figures by which the cost is reckoned, and no others', () => {
  expect(payoffInWords({ ...table, worthBy: 'unit' })).toBe('with a check at 3.00 and a find that brings back 40% of 10 days of sales at a margin of 2.50 a unit')
  expect(payoffInWords({ ...table, worthBy: 'price' })).toContain('10 days of sales at a margin of 25% of the price')
  expect(payoffInWords({ ...table, worthBy: 'find', costOfMiss: 7 })).toBe('with a check at 3.00 and a find that brings back 40% of 40.00, and a miss at 7.00 besides')
})

it('knows the figures to begin with from those that somebody set', () => {
  expect(isUsualPayoff({ ...usualPayoff })).toBe(true)
  expect(isUsualPayoff(table)).toBe(false)
})
