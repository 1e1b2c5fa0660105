import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryUnavailable, seeSales, unavailableAtStart } from './availability'

const probability = fc.double({ min: 1e-6, max: 0.9999, noNaN: true })
const mean = fc.double({ min: 1e-4, max: 50, noNaN: true })
const excess = fc.double({ min: 0.02, max: 3, noNaN: true })

describe('availability filter', () => {
  it('is never lowered by silence, never raised by a sale, and all but settled by one', () => {
    fc.assert(
      fc.property(probability, fc.double({ min: 0.05, max: 50, noNaN: true }), excess, (p, units, a) => {
        expect(seeSales(p, 0, units, a)).toBeGreaterThanOrEqual(p)
        expect(seeSales(p, 1, units, a)).toBeLessThanOrEqual(p)
      }),
    )
    expect(seeSales(0.5, 1, 1, 0.5)).toBeLessThan(0.01)
  })

  it('stays a probability over any days', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), mean, fc.boolean())), excess, (days, a) => {
        let p = unavailableAtStart
        for (const [sold, units, received] of days) {
          p = seeSales(carryUnavailable(p, received ? 6 : 0, 0), sold, units, a)
          expect(p).toBeGreaterThan(0)
          expect(p).toBeLessThan(1)
        }
      }),
    )
  })

  it('grows sure in a week of silence of a fast mover and doubts again on a delivery', () => {
    let p = unavailableAtStart
    for (let day = 0; day < 7; day++) p = seeSales(carryUnavailable(p, 0, 0), 0, 3, 0.3)
    expect(p).toBeGreaterThan(0.9)
    expect(carryUnavailable(p, 12, 0)).toBeLessThan(0.7)
    expect(carryUnavailable(p, 0, 2)).toBeLessThan(carryUnavailable(p, 12, 0))
  })
})
