import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsAt } from './counts-at'
import { precision, recall } from './confusion-measures'
import { drawnRows } from '../../testing/drawn-scores'
import { thinCurve } from './thin-curve'
import { buildThresholdCurve } from './threshold-curve'

describe('a thinned curve', () => {
  it('has no more points than asked, all of them on the curve, in rising recall, both ends kept', () => {
    fc.assert(
      fc.property(drawnRows, fc.integer({ min: 4, max: 60 }), (rows, most) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const points = thinCurve(curve, most)
        expect(points.length).toBeLessThanOrEqual(most)
        if (curve.positives === 0) {
          expect(points).toEqual([])
          return
        }
        expect(points[0]!.threshold).toBe(curve.scores[0])
        expect(points.at(-1)!.threshold).toBe(curve.scores.at(-1))
        points.forEach((point, at) => {
          const counts = countsAt(curve, point.threshold)
          expect(point.precision).toBe(precision(counts))
          expect(point.recall).toBe(recall(counts))
          if (at > 0) expect(point.recall).toBeGreaterThanOrEqual(points[at - 1]!.recall)
        })
      }),
    )
  })

  it('keeps the highest and the lowest precision of the whole curve', () => {
    const length = 50_000
    const scores = Float32Array.from({ length }, (_, row) => 1 - row / length)
    const labels = Uint8Array.from({ length }, (_, row) => Number((row * 7919) % length < (length - row) / 2))
    const curve = buildThresholdCurve(scores, labels)
    const every = Array.from(curve.scores, (score) => precision(countsAt(curve, score)))
    const drawn = thinCurve(curve, 400).map((point) => point.precision)
    expect(Math.max(...drawn)).toBe(every.reduce((a, b) => Math.max(a, b)))
    expect(Math.min(...drawn)).toBe(every.reduce((a, b) => Math.min(a, b)))
  })
})
