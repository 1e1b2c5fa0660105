import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scaleTop } from './scale-top'
import { signedScale } from './signed-scale'

it('a scale has room for every value', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 3, noNaN: true })), (values) => values.every((value) => value <= scaleTop(values) + 1e-9)))
})

it('a scale of shares ends at 1, or lower where nothing comes near', () => {
  expect(scaleTop([0.2, 0.8])).toBe(1)
  expect(scaleTop([0.15])).toBe(0.2)
  expect(scaleTop([])).toBe(0.1)
})

it('a scale of differences holds 0 and every interval', () => {
  const interval = fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(([low, width]) => ({ low, high: low + width }))
  fc.assert(
    fc.property(fc.array(interval), (estimates) => {
      const { from, to } = signedScale(estimates)
      expect(from).toBeLessThan(to)
      expect(from).toBeLessThanOrEqual(0)
      expect(to).toBeGreaterThanOrEqual(0)
      return estimates.every(({ low, high }) => low >= from - 1e-9 && high <= to + 1e-9)
    }),
  )
})
