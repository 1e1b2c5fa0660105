import { expect, it } from 'vitest'
import { formatShare } from '../../format/format-number'
import { intervalInWords } from './interval-words'

const sure = { value: 0.85, low: 0.812, high: 0.899, atLeast: 0.82, items: 120, tooFew: false }

it('gives both ends of the interval', () => {
  expect(intervalInWords(sure, formatShare)).toBe('95%: 81.2% to 89.9%')
})

it('says that too few items stand behind a figure rather than how sure it is', () => {
  expect(intervalInWords({ ...sure, low: NaN, high: NaN, items: 4, tooFew: true }, formatShare)).toBe('too few items for an interval')
})

it('says nothing of a figure that is not defined, or not studied yet', () => {
  expect(intervalInWords({ ...sure, value: NaN, tooFew: true }, formatShare)).toBe('')
  expect(intervalInWords(undefined, formatShare)).toBe('')
})
