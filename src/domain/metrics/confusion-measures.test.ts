import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertRate, baseRate, f1, fBeta, lift, precision, recall, specificity } from './confusion-measures'

const counts = { tp: 6, fp: 2, fn: 4, tn: 88 }
const whole = fc.nat(10_000)
const drawn = fc.record({ tp: whole, fp: whole, fn: whole, tn: whole })

describe('measures from counts', () => {
  it('are the textbook shares', () => {
    expect(precision(counts)).toBe(6 / 8)
    expect(recall(counts)).toBe(6 / 10)
    expect(specificity(counts)).toBe(88 / 90)
    expect(f1(counts)).toBeCloseTo((2 * 0.75 * 0.6) / 1.35, 12)
    expect(fBeta(counts, 2)).toBeCloseTo((5 * 0.75 * 0.6) / (4 * 0.75 + 0.6), 12)
    expect(alertRate(counts)).toBe(0.08)
    expect(lift(counts)).toBeCloseTo(7.5, 12)
  })

  it('are not defined, rather than 0, where there is nothing to divide by', () => {
    expect(precision({ tp: 0, fp: 0, fn: 3, tn: 9 })).toBeNaN()
    expect(recall({ tp: 0, fp: 2, fn: 0, tn: 9 })).toBeNaN()
    expect(f1({ tp: 0, fp: 0, fn: 3, tn: 9 })).toBe(0)
    expect(f1({ tp: 0, fp: 0, fn: 0, tn: 9 })).toBeNaN()
  })

  it('stay between 0 and 1 wherever they are defined', () => {
    fc.assert(
      fc.property(drawn, (c) => {
        for (const value of [precision(c), recall(c), specificity(c), f1(c), fBeta(c, 0.5), alertRate(c), baseRate(c)]) {
          if (Number.isNaN(value)) continue
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('F1 lies between precision and recall', () => {
    fc.assert(
      fc.property(drawn, (c) => {
        fc.pre(c.tp > 0)
        expect(f1(c)).toBeLessThanOrEqual(Math.max(precision(c), recall(c)) + 1e-12)
        expect(f1(c)).toBeGreaterThanOrEqual(Math.min(precision(c), recall(c)) - 1e-12)
      }),
      { numRuns: 1000 },
    )
  })
})
