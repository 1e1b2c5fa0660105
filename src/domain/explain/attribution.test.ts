import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CombinedFormula } from '../scoring/combined-score'
import { attributionOf, combinedAttribution } from './attribution'
import { coalitionCount, type CoalitionScores } from './coalitions'
import { logOdds } from './log-odds'

const probability = fc.float({ min: 0, max: 1, noNaN: true })
const coalitions = fc.array(probability, { minLength: coalitionCount, maxLength: coalitionCount }).map((given) => Float32Array.from(given))
/** Days of all coalitions alone, or with older ones that move the whole. */
const scores: fc.Arbitrary<CoalitionScores> = fc.oneof(
  coalitions.map((probabilities) => ({ probabilities, whole: probabilities.at(-1)!, daysLeftOut: 0 })),
  fc.record({ probabilities: coalitions, whole: probability.map(Math.fround), daysLeftOut: fc.integer({ min: 1, max: 900 }) }),
)

const formula: CombinedFormula = {
  format_version: 1,
  id: 'combined',
  name: 'Both',
  models: ['a', 'b'],
  probability_limit: 1e-4,
  slope: 1.3,
  offset: -0.2,
  precision_floor_threshold: 0.8,
  precision_floor: 0.9,
  offered: true,
}

describe('an attribution', () => {
  it('sums to the log-odds of the probability that is shown', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const { base, shares, olderDays, score, probability: shown } = attributionOf('a', given)
        expect(shown).toBe(given.whole)
        expect(score).toBe(logOdds(given.whole))
        expect(Math.abs(shares.reduce((sum, { value }) => sum + value, base + olderDays) - score)).toBeLessThan(1e-9)
        if (given.daysLeftOut === 0) expect(olderDays).toBe(0)
      }),
    )
  })

  it('of a combination sums to its own score, and is the mean of its models’ where none is held at the limit', () => {
    const calm = fc.array(fc.float({ min: Math.fround(0.01), max: Math.fround(0.99), noNaN: true }), { minLength: coalitionCount, maxLength: coalitionCount })
    const part = calm.map((given) => ({ probabilities: Float32Array.from(given), whole: Math.fround(given.at(-1)!), daysLeftOut: 0 }))
    fc.assert(
      fc.property(part, part, (a, b) => {
        const both = combinedAttribution(formula, new Map([['a', a], ['b', b]]))!
        expect(both.model).toBe('combined')
        expect(Math.abs(both.shares.reduce((sum, { value }) => sum + value, both.base) - both.score)).toBeLessThan(1e-9)
        const [one, two] = [attributionOf('a', a), attributionOf('b', b)]
        both.shares.forEach(({ value }, i) => expect(value).toBeCloseTo((formula.slope * (one.shares[i]!.value + two.shares[i]!.value)) / 2, 3))
      }),
      { numRuns: 30 },
    )
  })

  it('of a combination is not there where one of its models is not', () => {
    const alone = { probabilities: new Float32Array(coalitionCount).fill(0.5), whole: 0.5, daysLeftOut: 0 }
    expect(combinedAttribution(formula, new Map([['a', alone]]))).toBeNull()
  })
})
