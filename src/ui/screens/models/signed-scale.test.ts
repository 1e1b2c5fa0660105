import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signedScale } from './signed-scale'

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
