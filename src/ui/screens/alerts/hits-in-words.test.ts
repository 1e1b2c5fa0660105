import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hitsInWords, listInWords, workInWords } from './hits-in-words'

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

test('labels of the file are told in place of the promise, which stays for alerts without one', () => {
  const list = { items: 21, controls: 2, expectedHits: 17.2 }
  expect(listInWords({ ...list, labelled: { alerts: 0, phantom: 0, expectedHits: 0 } })).toBe('About 17 of these 19 should be real.')
  expect(listInWords({ ...list, labelled: { alerts: 19, phantom: 16, expectedHits: 17.2 } })).toBe('16 of these 19 are phantom by the file’s own labels.')
  expect(listInWords({ ...list, labelled: { alerts: 12, phantom: 1, expectedHits: 11 } })).toBe('1 of the 12 that have a label is phantom by the file’s own labels. The other 7 have none: about 6 of them should be real.')
  expect(listInWords({ ...list, labelled: { alerts: 18, phantom: 15, expectedHits: 16.3 } })).toContain('The other has none: the chance that it is real is 0.90.')
  expect(listInWords({ items: 1, controls: 0, expectedHits: 0.9, labelled: { alerts: 1, phantom: 0, expectedHits: 0.9 } })).toBe('The one alert here is not phantom by the file’s own label.')
})
