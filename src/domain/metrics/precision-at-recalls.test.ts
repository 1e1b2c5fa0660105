import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnRows, rowsOf } from '../../testing/drawn-scores'
import { precision, recall } from './confusion-measures'
import { countsAt } from './counts-at'
import { precisionAtRecalls } from './precision-at-recalls'
import { buildThresholdCurve } from './threshold-curve'

describe('precision at even steps of recall', () => {
  it('reads the curve off at the first threshold that finds enough', () => {
    // Falling: hit, miss, hit, hit, miss, hit.
    const rows = rowsOf([0.875, 0.75, 0.625, 0.5, 0.375, 0.25], '101101')
    expect(precisionAtRecalls(buildThresholdCurve(rows.scores, rows.labels), 2)).toEqual([
      { recallAsked: 0, threshold: 0.875, precision: 1, recall: 0.25 },
      { recallAsked: 0.5, threshold: 0.625, precision: 2 / 3, recall: 0.5 },
      { recallAsked: 1, threshold: 0.25, precision: 4 / 6, recall: 1 },
    ])
  })

  it('gives points of the exact curve alone, that reach the recall asked while no higher score does', () => {
    fc.assert(
      fc.property(drawnRows, fc.integer({ min: 1, max: 40 }), (rows, steps) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const points = precisionAtRecalls(curve, steps)
        expect(points.length).toBe(curve.positives === 0 ? 0 : steps + 1)
        for (const point of points) {
          const counts = countsAt(curve, point.threshold)
          expect(point.precision).toBe(precision(counts))
          expect(point.recall).toBe(recall(counts))
          expect(point.recall).toBeGreaterThanOrEqual(point.recallAsked - 1e-12)
          for (const score of curve.scores) {
            if (score > point.threshold) expect(countsAt(curve, score).tp).toBeLessThan(Math.max(1, point.recallAsked * curve.positives))
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})
