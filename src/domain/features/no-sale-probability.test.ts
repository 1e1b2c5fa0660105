import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logNoSale, usualExcess } from './no-sale-probability'

describe('logNoSale', () => {
  it('is Poisson\'s where there is no excess variation', () => {
    expect(logNoSale(1.7, 1e-9)).toBeCloseTo(-1.7, 6)
  })

  it('is the negative binomial\'s (size / (size + mean)) ^ size', () => {
    expect(logNoSale(3, 0.5)).toBeCloseTo(2 * Math.log(2 / 5), 12)
  })

  it('falls with the mean and rises with the excess', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.double({ min: 0.02, max: 3, noNaN: true }), (mean, excess) => {
        expect(logNoSale(mean * 1.1, excess)).toBeLessThan(logNoSale(mean, excess))
        expect(logNoSale(mean, excess * 1.1)).toBeGreaterThan(logNoSale(mean, excess))
      }),
    )
  })
})

describe('usualExcess', () => {
  it('falls from slow to fast movers within .1 to 1', () => {
    expect(usualExcess(0.01)).toBe(1)
    expect(usualExcess(1.5)).toBeCloseTo(0.53, 2)
    expect(usualExcess(1e6)).toBe(0.1)
  })
})
