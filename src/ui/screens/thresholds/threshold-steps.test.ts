import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseThreshold, stepThreshold, thresholdByKey } from './threshold-steps'

it('arrows move by .01, page keys by .05, Home and End to the ends', () => {
  expect(thresholdByKey(0.5, 'ArrowRight')).toBe(0.51)
  expect(thresholdByKey(0.51, 'PageDown')).toBe(0.46)
  expect(thresholdByKey(0.3, 'Home')).toBe(0)
  expect(thresholdByKey(0.3, 'End')).toBe(1)
  expect(thresholdByKey(0.3, 'Tab')).toBeNull()
})

it('no step leaves 0 to 1, and a step always lands on a hundredth', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.01, -0.01, 0.05, -0.05), (from, by) => {
      const to = stepThreshold(from, by)
      expect(to).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(1)
      expect(Number(to.toFixed(2))).toBe(to)
    }),
  )
})

it.each([
  ['0.5', 0.5],
  ['.5', 0.5],
  [' 0,75 ', 0.75],
  ['1', 1],
  ['0', 0],
])('"%s" is read as %d', (text, value) => {
  expect(parseThreshold(text)).toBe(value)
})

it.each([[''], ['abc'], ['1.2'], ['-0.1'], ['0.5x'], ['50%'], ['.'], ['1e-1']])('"%s" is refused', (text) => {
  expect(parseThreshold(text)).toBeNull()
})
