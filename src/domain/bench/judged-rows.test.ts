import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnMeasured } from '../../testing/drawn-measured'
import { anyThreshold, drawnSegments, ownThresholds } from '../../testing/drawn-segments'
import { buildThresholdCurve } from '../metrics/threshold-curve'
import { reachableCurve } from '../metrics/reachable-curve'
import { countsAt } from '../metrics/counts-at'
import { ownThresholdOf, type SegmentThresholds } from '../segments/segment-thresholds'
import { daysToFind } from './days-to-find'
import { interval } from './interval'
import { judgedRows } from './judged-rows'
import type { MeasuredRows } from './measured-rows'
import { segments as studySegments } from './segments'
import { solve } from './solve'

const model = 'lgbm'
const rows = drawnMeasured({ stores: 4, itemsPerStore: 9, days: 20 })
const names = { store: ['S1', 'S2', 'S4'], category: ['Dairy', 'Grocery'], department: ['none'] }

/** Is the row an alert? The plain way, row by row. */
function alerts({ groups, unitsADay, scores }: MeasuredRows, row: number, segments: SegmentThresholds, common: number): boolean {
  const nameOf = (group: string) => {
    const known = groups.get(group)
    return known ? known.names[known.code[row]!]! : null
  }
  const own = ownThresholdOf(segments, { store: nameOf('store') ?? '', category: nameOf('category'), department: nameOf('department'), unitsPerDay: unitsADay[row]! })
  return scores.get(model)![row]! >= Math.fround(own?.threshold ?? common)
}

function bruteCounts(segments: SegmentThresholds, common: number) {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 }
  for (let row = 0; row < rows.rows; row++) {
    if (Number.isNaN(rows.scores.get(model)![row]!)) continue
    const alert = alerts(rows, row, segments, common)
    if (rows.labels[row] === 1) counts[alert ? 'tp' : 'fn']++
    else counts[alert ? 'fp' : 'tn']++
  }
  return counts
}

it('the curve of judged scores counts exactly what row by row is an alert, at every common threshold', () => {
  fc.assert(
    fc.property(drawnSegments(names), anyThreshold, (segments, common) => {
      const curve = reachableCurve(buildThresholdCurve(judgedRows(rows, model, segments).scores.get(model)!, rows.labels))
      expect(countsAt(curve, common)).toEqual(bruteCounts(segments, common))
      expect(interval(rows, { model, threshold: common, segments })!.counts).toEqual(bruteCounts(segments, common))
    }),
  )
})

it('segments add up to all, and each is at its own threshold', () => {
  fc.assert(
    fc.property(drawnSegments(names), anyThreshold, (segments, common) => {
      const study = studySegments(rows, { model, by: segments.by === 'department' ? 'store' : segments.by, threshold: common, inUse: segments, floor: 0.8 })!
      const sum = (of: 'tp' | 'fp' | 'fn' | 'tn') => study.segments.reduce((total, { counts }) => total + counts[of], 0)
      expect({ tp: sum('tp'), fp: sum('fp'), fn: sum('fn'), tn: sum('tn') }).toEqual(bruteCounts(segments, common))
    }),
  )
})

it('a solved common threshold gives the counts that it promises while the others stand', () => {
  fc.assert(
    fc.property(drawnSegments(names), fc.double({ min: 0.1, max: 1, noNaN: true }), (segments, floor) => {
      for (const goal of [{ kind: 'precision', floor, heldOn: 'estimate' }, { kind: 'recall', floor }] as const) {
        const solution = solve(rows, { model, goal, segments })
        if (!solution) continue
        expect(solution.counts).toEqual(bruteCounts(segments, solution.threshold))
      }
    }),
  )
})

it('spells are found on the day of the first row that is an alert', () => {
  fc.assert(
    fc.property(drawnSegments(names), anyThreshold, (segments, threshold) => {
      // With an own threshold for every row, what is common changes nothing.
      const decided = ownThresholds('store', ['S1', 'S2', 'S3', 'S4'].map((name) => [{ kind: 'name', name }, 0.5]))
      expect(daysToFind(rows, { model, threshold, segments: decided, most: 5 })).toEqual(daysToFind(rows, { model, threshold: 0.5, most: 5 }))
      expect(daysToFind(rows, { model, threshold, segments, most: 5 })).not.toBeNull()
    }),
    { numRuns: 20 },
  )
})

it('without thresholds by segment, or without their names among the test worlds, the rows are as they are', () => {
  const named = ownThresholds('category', [[{ kind: 'name', name: 'Dairy' }, 0.2]])
  expect(judgedRows(rows, model, null)).toBe(rows)
  expect(judgedRows({ ...rows, source: 'test-worlds' }, model, named).scores.get(model)).toBe(rows.scores.get(model))
  expect(judgedRows(rows, model, named)).not.toBe(rows)
})
