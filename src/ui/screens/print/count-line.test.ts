import { expect, it } from 'vitest'
import { lastSold, reasonInShort } from './count-line'
import { usualPaper } from './paper'

it('says when it last sold, from the day of the record', () => {
  expect(lastSold({ day: 20_786, daysSinceSale: 9 })).toBe('20 Nov')
  expect(lastSold({ day: 20_786, daysSinceSale: null })).toBe('never')
})

it('says what is usual and how long nothing sold, a week where a day would be a fraction', () => {
  expect(reasonInShort({ unitsPerDay: 2.04, daysSinceSale: 9 })).toBe('Sells 2 a day, none for 9 days.')
  expect(reasonInShort({ unitsPerDay: 0.5, daysSinceSale: 1 })).toBe('Sells 3.5 a week, none for 1 day.')
  expect(reasonInShort({ unitsPerDay: 0.95, daysSinceSale: null })).toBe('Should sell 1 a day, never sold.')
  expect(reasonInShort({ unitsPerDay: 3, daysSinceSale: 0 })).toBe('Sells 3 a day, sold that day.')
})

it('lays out for the paper of the country', () => {
  expect(['en-US', 'es-MX', 'en-GB', 'de', 'fr-CA', 'zh-Hant-TW'].map(usualPaper)).toEqual(['letter', 'letter', 'a4', 'a4', 'letter', 'a4'])
})
