import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsAt } from './counts-at'
import { precision, recall } from './confusion-measures'
import { drawnRows, rowsOf } from '../../testing/drawn-scores'
import { highestRecallAtPrecision } from './highest-recall-at-precision'
import { buildThresholdCurve } from './threshold-curve'

const floors = fc.double({ min: 0.05, max: 1, noNaN: true })

describe('highest recall at a precision', () => {
  it('looks past a dip below the floor', () => {
    // Precision by step: 1/1, 1/2, 2/3, 3/4, 4/5, 4/6.
    const rows = rowsOf([0.9, 0.8, 0.7, 0.6, 0.5, 0.4], '101110')
    const solution = highestRecallAtPrecision(buildThresholdCurve(rows.scores, rows.labels), 0.8)
    expect(solution).toEqual({ reached: true, threshold: 0.5, counts: { tp: 4, fp: 1, fn: 0, tn: 1 } })
  })

  it('is beaten by no threshold, over every score', () => {
    fc.assert(
      fc.property(drawnRows, floors, (rows, floor) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const solution = highestRecallAtPrecision(curve, floor)
        if (solution === null) {
          expect(curve.positives).toBe(0)
          return
        }
        const all = [...curve.scores].map((score) => countsAt(curve, score))
        const enough = all.filter((counts) => precision(counts) >= floor)
        expect(solution.reached).toBe(enough.length > 0)
        if (solution.reached) {
          expect(precision(solution.counts)).toBeGreaterThanOrEqual(floor)
          expect(recall(solution.counts)).toBe(Math.max(...enough.map(recall)))
        } else {
          expect(precision(solution.counts)).toBe(Math.max(...all.map(precision)))
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('names a round threshold that gives exactly the counts it promises', () => {
    fc.assert(
      fc.property(drawnRows, floors, (rows, floor) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const solution = highestRecallAtPrecision(curve, floor)
        if (solution !== null) expect(countsAt(curve, solution.threshold)).toEqual(solution.counts)
      }),
      { numRuns: 1000 },
    )
  })

  it('says that a floor is out of reach and gives the nearest', () => {
    const rows = rowsOf([0.9, 0.8, 0.7], '010')
    const solution = highestRecallAtPrecision(buildThresholdCurve(rows.scores, rows.labels), 0.9)
    expect(solution).toEqual({ reached: false, threshold: 0.8, counts: { tp: 1, fp: 1, fn: 0, tn: 1 } })
  })

  it('has no answer without a phantom row', () => {
    const rows = rowsOf([0.9, 0.8], '00')
    expect(highestRecallAtPrecision(buildThresholdCurve(rows.scores, rows.labels), 0.9)).toBeNull()
  })
})
