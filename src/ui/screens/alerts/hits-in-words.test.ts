import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hitsInWords, workInWords } from './hits-in-words'

test('the number in the sentence is the sum of the probabilities, rounded', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 2, maxLength: 200 }), (probabilities) => {
      const expected = probabilities.reduce((sum, probability) => sum + probability, 0)
      const sentence = hitsInWords(expected, probabilities.length)
      const told = /^About (\d+) of these (\d+)/.exec(sentence)
      if (told) {
        expect(Math.abs(Number(told[1]) - expected)).toBeLessThanOrEqual(0.5)
        expect(Number(told[1])).toBeGreaterThan(0)
        expect(Number(told[1])).toBeLessThan(probabilities.length)
      } else expect(sentence).toMatch(expected < 1 ? /^Perhaps none/ : /^Nearly all/)
    }),
  )
})

test('an empty list promises nothing, and one alert its own chance', () => {
  expect(hitsInWords(0, 0)).toBe('')
  expect(hitsInWords(0.91, 1)).toBe('The chance that it is real is 0.91.')
})

test('what is done is said beside what is left', () => {
  expect(workInWords(1, 0)).toBe('1 shelf to check')
  expect(workInWords(15, 5)).toBe('5 checked, 15 shelves to go')
  expect(workInWords(0, 20)).toBe('All 20 of today are checked')
})
