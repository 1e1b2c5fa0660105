import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averagePrecision } from './average-precision'
import { drawnRows, knownPairs, rowsOf } from '../../testing/drawn-scores'
import { buildThresholdCurve } from './threshold-curve'

function apOf(scores: readonly number[], labels: string): number {
  const rows = rowsOf(scores, labels)
  return averagePrecision(buildThresholdCurve(rows.scores, rows.labels))
}

describe('average precision', () => {
  it('is the worked example 1/2 x 1 + 1/2 x 2/3', () => {
    expect(apOf([0.1, 0.4, 0.35, 0.8], '0011')).toBeCloseTo(0.5 + 1 / 3, 12)
  })

  it('is 1 for a perfect order and the base rate for one constant score', () => {
    expect(apOf([0.1, 0.2, 0.8, 0.9], '0011')).toBe(1)
    expect(apOf([0.5, 0.5, 0.5, 0.5], '0100')).toBe(0.25)
  })

  it('is not defined without a phantom row', () => {
    expect(apOf([0.5, 0.6], '00')).toBeNaN()
  })

  it('agrees with summing gain in recall x precision, threshold by threshold', () => {
    fc.assert(
      fc.property(drawnRows, (rows) => {
        const pairs = knownPairs(rows)
        const positives = pairs.filter((pair) => pair.phantom).length
        fc.pre(positives > 0)
        const thresholds = [...new Set(pairs.map((pair) => pair.score))].sort((a, b) => b - a)
        let sum = 0
        let recallBefore = 0
        for (const threshold of thresholds) {
          const alerts = pairs.filter((pair) => pair.score >= threshold)
          const hits = alerts.filter((pair) => pair.phantom).length
          sum += (hits / positives - recallBefore) * (hits / alerts.length)
          recallBefore = hits / positives
        }
        expect(averagePrecision(buildThresholdCurve(rows.scores, rows.labels))).toBeCloseTo(sum, 10)
      }),
      { numRuns: 1000 },
    )
  })
})
