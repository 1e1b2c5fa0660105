import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import { precision } from '../metrics/confusion-measures'
import { countsAt } from '../metrics/counts-at'
import { busiestStoreDay } from './busiest-store-day'
import { clusteredShare } from './clustered-share'
import { itemCountsAt } from './item-counts'
import type { MeasuredRows } from './measured-rows'
import { rankedModel } from './ranked-model'
import { solve, type ThresholdGoal } from './solve'

const solved = (rows: MeasuredRows, goal: ThresholdGoal) => solve(rows, { model: drawnModel, goal })

/** Alerts of each store-day on which rows stand, counted row by row. */
function alertsByStoreDay(rows: MeasuredRows, threshold: number): readonly number[] {
  const scores = rows.scores.get(drawnModel)!
  const alerts = new Map<string, number>()
  for (let row = 0; row < rows.rows; row++) {
    const storeDay = `${rows.store[row]!} ${rows.day[row]!}`
    alerts.set(storeDay, (alerts.get(storeDay) ?? 0) + Number(scores[row]! >= Math.fround(threshold)))
  }
  return [...alerts.values()]
}

describe('checks per store and day', () => {
  it('on the mean: no lower threshold stays within them', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, fc.integer({ min: 1, max: 20 }).map((tenths) => tenths / 10), (rows, checks) => {
        const solution = solved(rows, { kind: 'workload', checks, on: 'mean' })
        const { curve } = rankedModel(rows, drawnModel)!
        if (solution === null) {
          expect(curve.scores.length).toBe(0)
          return
        }
        const mean = (threshold: number): number => alertsByStoreDay(rows, threshold).reduce((sum, count) => sum + count, 0) / alertsByStoreDay(rows, threshold).length
        const fitting = [...curve.scores].filter((score) => mean(score) <= checks + 1e-9)
        expect(solution.reached).toBe(fitting.length > 0)
        expect(solution.counts).toEqual(countsAt(curve, fitting.length > 0 ? Math.min(...fitting) : curve.scores[0]!))
      }),
      { numRuns: 1000 },
    )
  })

  it('on each: no store-day has more, and at any lower threshold one has', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, fc.integer({ min: 1, max: 4 }), (rows, checks) => {
        const solution = solved(rows, { kind: 'workload', checks, on: 'each' })
        const { curve } = rankedModel(rows, drawnModel)!
        if (solution === null) {
          expect(curve.scores.length).toBe(0)
          return
        }
        const fitting = [...curve.scores].filter((score) => Math.max(...alertsByStoreDay(rows, score)) <= checks)
        expect(solution.reached).toBe(fitting.length > 0)
        expect(solution.counts).toEqual(countsAt(curve, fitting.length > 0 ? Math.min(...fitting) : curve.scores[0]!))
        expect(busiestStoreDay(rows, drawnModel, solution.threshold)).toBe(Math.max(...alertsByStoreDay(rows, solution.threshold)))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('a precision held on its lower bound', () => {
  it('is beaten by no threshold, over every score', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10), (rows, floor) => {
        const solution = solved(rows, { kind: 'precision', floor, heldOn: 'bound' })
        const { curve, byItem } = rankedModel(rows, drawnModel)!
        if (solution === null) {
          expect(curve.positives).toBe(0)
          return
        }
        const tried = [...curve.scores].map((score) => {
          const { tp, fp } = itemCountsAt(byItem, score)
          return { counts: countsAt(curve, score), bound: clusteredShare(tp, fp).atLeast }
        })
        const holding = tried.filter(({ bound }) => bound >= floor)
        const found = tried.find(({ counts }) => counts.tp === solution.counts.tp && counts.fp === solution.counts.fp)!
        expect(solution.reached).toBe(holding.length > 0)
        expect(countsAt(curve, solution.threshold)).toEqual(solution.counts)
        if (solution.reached) {
          const most = Math.max(...holding.map(({ counts }) => counts.tp))
          const fewest = Math.min(...holding.filter(({ counts }) => counts.tp === most).map(({ counts }) => counts.fp))
          expect([solution.counts.tp, solution.counts.fp]).toEqual([most, fewest])
          expect(precision(solution.counts)).toBeGreaterThanOrEqual(floor)
        } else {
          expect(found.bound).toBe(Math.max(...tried.map(({ bound }) => bound)))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

it('answers null for a model that is not there', () => {
  fc.assert(
    fc.property(drawnMeasuredRows, (rows) => {
      expect(solve(rows, { model: 'unknown', goal: { kind: 'recall', floor: 0.5 } })).toBeNull()
    }),
  )
})
