import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SpreadMemory } from './demand-spread'
import { usualExcess } from './no-sale-probability'

/** A generator of draws in [0, 1) that repeats itself. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A Poisson count by inversion. */
function poisson(mean: number, draw: () => number): number {
  let count = 0
  for (let p = Math.exp(-mean), left = draw(); left > p && count < 1000; left -= p, p *= mean / count) count++
  return count
}

/** `days` of demand that is a Poisson count of visits, each of which buys `batch` units: variance = batch x mean. */
function seen(days: number, mean: number, batch: number, seed = 7): SpreadMemory {
  const memory = new SpreadMemory()
  const draw = draws(seed)
  for (let day = 0; day < days; day++) memory.day(batch * poisson(mean / batch, draw), mean, 1)
  return memory
}

describe('SpreadMemory', () => {
  it('finds next to no excess in Poisson demand, at any rate', () => {
    for (const mean of [0.3, 1, 4]) expect(seen(20_000, mean, 1).factor(1), `${mean} a day`).toBeLessThan(0.25)
  })

  it('finds the excess of demand that comes in batches', () => {
    // Variance = 3 x mean = mean + f x usual x mean^2, so f = 2 / (usual x mean).
    for (const mean of [1, 4]) expect(seen(20_000, mean, 3).factor(1)).toBeCloseTo(2 / (usualExcess(mean) * mean), 0)
  })

  it('stays with its prior while a slow item has told it little', () => {
    expect(seen(60, 0.05, 1).factor(1)).toBeGreaterThan(0.95)
  })

  it('takes no notice of a silence before a sale has ended it', () => {
    const memory = seen(200, 2, 1)
    const before = memory.factor(1)
    for (let day = 0; day < 100; day++) memory.day(0, 2, 1)
    expect(memory.factor(1)).toBe(before)
    memory.day(1, 2, 1)
    expect(memory.factor(1)).toBeGreaterThan(before)
  })

  it('lies within .2 and 4 whatever is sold', () => {
    const day = fc.record({ sold: fc.integer({ min: 0, max: 1000 }), mean: fc.double({ min: 1e-4, max: 100, noNaN: true }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(day, { maxLength: 40 }), fc.double({ min: 0.2, max: 4, noNaN: true }), (days, prior) => {
        const memory = new SpreadMemory()
        for (const { sold, mean, share } of days) memory.day(sold, mean, share)
        expect(memory.factor(prior)).toBeGreaterThanOrEqual(0.2)
        expect(memory.factor(prior)).toBeLessThanOrEqual(4)
      }),
    )
  })
})
