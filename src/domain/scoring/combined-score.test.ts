import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combinedScore, readCombinedFormula, type CombinedFormula } from './combined-score'

const plain: CombinedFormula = {
  format_version: 1,
  id: 'combined',
  name: 'All four',
  models: ['a', 'b'],
  probability_limit: 1e-4,
  slope: 1,
  offset: 0,
  precision_floor_threshold: 0.7,
  precision_floor: 0.9,
  offered: true,
}
const probability = fc.float({ min: Math.fround(0.001), max: Math.fround(0.999), noNaN: true })

describe('the combined score', () => {
  it('of equal probabilities is that probability where nothing was calibrated away', () => {
    fc.assert(
      fc.property(probability, (p) => {
        expect(combinedScore(plain, [Float32Array.of(p), Float32Array.of(p)])[0]).toBeCloseTo(p, 5)
      }),
    )
  })

  it('lies between the two probabilities', () => {
    fc.assert(
      fc.property(probability, probability, (p, q) => {
        const [score = NaN] = combinedScore(plain, [Float32Array.of(p), Float32Array.of(q)])
        expect(score).toBeGreaterThanOrEqual(Math.min(p, q) - 1e-6)
        expect(score).toBeLessThanOrEqual(Math.max(p, q) + 1e-6)
      }),
    )
  })

  it('is the value worked out by hand', () => {
    // log-odds of .8 and .5 are 1.386294 and 0; 2 x .693147 - 1 is .386294, whose probability is .595390.
    const score = combinedScore({ ...plain, slope: 2, offset: -1 }, [Float32Array.of(0.8), Float32Array.of(0.5)])
    expect(score[0]).toBeCloseTo(0.59539, 5)
  })

  it('of a certain model stays a probability, and of a missing score is missing', () => {
    const score = combinedScore(plain, [Float32Array.of(1, 0, NaN), Float32Array.of(1, 0, 0.5)])
    expect(score[0]).toBeCloseTo(1 - 1e-4, 6)
    expect(score[1]).toBeCloseTo(1e-4, 6)
    expect(score[2]).toBeNaN()
  })

  it('refuses columns that do not fit the models', () => {
    expect(() => combinedScore(plain, [Float32Array.of(1)])).toThrow(RangeError)
    expect(() => combinedScore(plain, [Float32Array.of(1), new Float32Array(2)])).toThrow(RangeError)
  })
})

describe('combined.json', () => {
  it('is taken as training writes it', () => {
    expect(readCombinedFormula({ ...plain, more: 1 })?.models).toEqual(['a', 'b'])
  })

  it.each([[null], [{}], [{ ...plain, id: 'lgbm' }], [{ ...plain, format_version: 2 }], [{ ...plain, models: ['a'] }], [{ ...plain, slope: 'steep' }]])('is refused as %j', (parsed) => {
    expect(readCombinedFormula(parsed)).toBeNull()
  })
})
