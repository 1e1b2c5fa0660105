import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnRows, rowsOf } from '../../testing/drawn-scores'
import { precision, recall } from './confusion-measures'
import { countsAt } from './counts-at'
import { highestPrecisionAtRecall } from './highest-precision-at-recall'
import { mostAlertsWithin } from './most-alerts-within'
import { buildThresholdCurve } from './threshold-curve'

describe('most precision at a recall', () => {
  it('is beaten by no threshold, over every score', () => {
    fc.assert(
      fc.property(drawnRows, fc.double({ min: 0, max: 1, noNaN: true }), (rows, floor) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const solution = highestPrecisionAtRecall(curve, floor)
        if (solution === null) {
          expect(curve.positives).toBe(0)
          return
        }
        const enough = [...curve.scores].map((score) => countsAt(curve, score)).filter((counts) => recall(counts) >= floor)
        const best = Math.max(...enough.map(precision))
        expect(solution.reached).toBe(true)
        expect(precision(solution.counts)).toBe(best)
        expect(solution.counts.tp).toBe(Math.max(...enough.filter((counts) => precision(counts) === best).map(({ tp }) => tp)))
        expect(countsAt(curve, solution.threshold)).toEqual(solution.counts)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('most alerts within a number', () => {
  it('finds as much as that many checks can, over every score', () => {
    fc.assert(
      fc.property(drawnRows, fc.double({ min: 0, max: 130, noNaN: true }), (rows, allowed) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const solution = mostAlertsWithin(curve, allowed)
        if (solution === null) {
          expect(curve.scores.length).toBe(0)
          return
        }
        const sizes = [...curve.scores].map((score) => countsAt(curve, score)).map(({ tp, fp }) => tp + fp)
        const fitting = sizes.filter((size) => size <= allowed)
        expect(solution.reached).toBe(fitting.length > 0)
        expect(solution.counts.tp + solution.counts.fp).toBe(fitting.length > 0 ? Math.max(...fitting) : Math.min(...sizes))
        expect(countsAt(curve, solution.threshold)).toEqual(solution.counts)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no part of rows that share a score', () => {
    const rows = rowsOf([0.75, 0.5, 0.5, 0.5], '1010')
    const curve = buildThresholdCurve(rows.scores, rows.labels)
    expect(mostAlertsWithin(curve, 3)).toEqual({ reached: true, threshold: 0.75, counts: { tp: 1, fp: 0, fn: 1, tn: 2 } })
    expect(mostAlertsWithin(curve, 0.5)).toEqual({ reached: false, threshold: 0.75, counts: { tp: 1, fp: 0, fn: 1, tn: 2 } })
  })
})
