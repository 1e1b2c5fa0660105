import { expect, it } from 'vitest'
import { randomNumbers } from '../../testing/random-table'
import { precision } from '../metrics/confusion-measures'
import { countsAt } from '../metrics/counts-at'
import { highestRecallAtPrecision } from '../metrics/highest-recall-at-precision'
import { buildThresholdCurve } from '../metrics/threshold-curve'
import { clusteredShare } from './clustered-share'
import { highestRecallAtBound } from './highest-recall-at-bound'
import { buildItemScores, itemCountsAt } from './item-counts'

const days = 60

/** Days of one store-item: in one of ten a spell of phantom stock, which its scores take some days to tell; some others look suspect all along. */
function drawItem(next: () => number): { readonly labels: readonly number[]; readonly scores: readonly number[] } {
  const begins = next() < 0.1 ? Math.floor(next() * days) : days
  const ends = begins + 5 + Math.floor(next() * 30)
  const suspect = next() ** 4
  const labels = Array.from({ length: days }, (_, day) => Number(day >= begins && day < ends))
  const scores = labels.map((phantom, day) => (phantom === 1 ? Math.min(1, ((day - begins + 1) / 12) * (0.3 + 0.7 * next())) : suspect * next() * 0.98))
  return { labels, scores }
}

function ranked(items: readonly ReturnType<typeof drawItem>[]) {
  const labels = Uint8Array.from(items.flatMap((item) => item.labels))
  const scores = Float32Array.from(items.flatMap((item) => item.scores))
  const item = Uint32Array.from(labels, (_, row) => Math.floor(row / days))
  return { curve: buildThresholdCurve(scores, labels), byItem: buildItemScores({ labels, item, items: items.length }, scores) }
}

it('keeps its promise where the estimate breaks it half of the time: the true precision at the threshold that it finds is as high as asked', () => {
  const next = randomNumbers(5)
  const population = Array.from({ length: 4000 }, () => drawItem(next))
  const truth = ranked(population).curve
  const floor = 0.8
  const isKept = (threshold: number): boolean => precision(countsAt(truth, threshold)) >= floor
  const found = Array.from({ length: 120 }, () => {
    const sample = ranked(Array.from({ length: 700 }, () => population[Math.floor(next() * population.length)]!))
    return { bound: highestRecallAtBound(sample, floor)!, estimate: highestRecallAtPrecision(sample.curve, floor)! }
  })
  const reached = found.filter(({ bound }) => bound.reached)
  expect(reached.length).toBeGreaterThan(80)
  expect(reached.filter(({ bound }) => isKept(bound.threshold)).length / reached.length).toBeGreaterThanOrEqual(0.93)
  expect(found.filter(({ estimate }) => isKept(estimate.threshold)).length / found.length).toBeLessThan(0.7)
  // What it costs: recall, but not most of it.
  const kept = reached.map(({ bound, estimate }) => bound.counts.tp / estimate.counts.tp)
  expect(kept.reduce((sum, share) => sum + share, 0) / kept.length).toBeGreaterThan(0.75)
})


it('where the floor is out of reach, the nearest is the one with the highest bound, not one of a few lucky alerts', () => {
  // One item of three days at the top, all right; below it 60 items of which two of three alerts are right.
  const lucky = { labels: [1, 1, 1], scores: [0.99, 0.98, 0.97] }
  const usual = Array.from({ length: 60 }, (_, at) => ({ labels: [Number(at % 3 > 0), 0, 0], scores: [0.9 - at / 1000, 0.1, 0.1] }))
  const items = [lucky, ...usual]
  const labels = Uint8Array.from(items.flatMap((one) => one.labels))
  const scores = Float32Array.from(items.flatMap((one) => one.scores))
  const item = Uint32Array.from(labels, (_, row) => Math.floor(row / 3))
  const sample = { curve: buildThresholdCurve(scores, labels), byItem: buildItemScores({ labels, item, items: items.length }, scores) }
  const found = highestRecallAtBound(sample, 0.9)!
  const bounds = [...sample.curve.scores].map((score) => {
    const { tp, fp } = itemCountsAt(sample.byItem, score)
    return clusteredShare(tp, fp).atLeast
  })
  const at = itemCountsAt(sample.byItem, found.threshold)
  expect(found.reached).toBe(false)
  expect(clusteredShare(at.tp, at.fp).atLeast).toBe(Math.max(...bounds))
  expect(found.counts.tp + found.counts.fp).toBeGreaterThan(10)
})
