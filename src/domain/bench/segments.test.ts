import { describe, expect, test } from 'vitest'
import { drawnMeasured } from '../../testing/drawn-measured'
import { counts } from './counts'
import { segmentRespects } from '../segments/segment'
import { splitRows } from './segment-split'
import { segments } from './segments'

const rows = drawnMeasured({ stores: 4, itemsPerStore: 30, days: 60, seed: 3 })
const model = 'xgb'
const scores = rows.scores.get(model)!
const known = Array.from({ length: rows.rows }, (_, row) => row).filter((row) => !Number.isNaN(scores[row]!))
const count = (given: readonly number[], holds: (row: number) => boolean) => given.filter(holds).length
const isPhantom = (row: number) => rows.labels[row] === 1

describe.each(segmentRespects.filter((by) => by !== 'department'))('by %s', (by) => {
  const ask = { model, by, threshold: 0.6, floor: 0.25 }
  const { segments: found, now, atOwn } = segments(rows, ask)!

  test('every scored row is in one segment, and each figure is that of a count by hand', () => {
    const { labels, code } = splitRows(rows, by)!
    expect(found.reduce((sum, segment) => sum + segment.rows, 0)).toBe(counts(rows, { model }).rows)
    for (const { label, counts: said, precision, recall, ...segment } of found) {
      const mine = known.filter((row) => labels[code[row]!] === label || JSON.stringify(labels[code[row]!]) === JSON.stringify(label))
      const alerts = mine.filter((row) => scores[row]! >= Math.fround(0.6))
      const tp = count(alerts, isPhantom)
      const positives = count(mine, isPhantom)
      expect(segment).toMatchObject({ rows: mine.length, positives, items: new Set(mine.map((row) => rows.item[row])).size, tooFew: positives < 30 })
      expect(said).toEqual({ tp, fp: alerts.length - tp, fn: positives - tp, tn: mine.length - positives - (alerts.length - tp) })
      expect([precision.value, recall.value]).toEqual([tp / alerts.length, tp / positives])
    }
  })

  test('a threshold of its own holds the floor and finds most: no other score that holds it finds more', () => {
    const { labels, code } = splitRows(rows, by)!
    for (const { label, own, positives } of found) {
      if (!own) continue
      expect(positives).toBeGreaterThanOrEqual(30)
      expect(own.counts.tp / (own.counts.tp + own.counts.fp)).toBeGreaterThanOrEqual(0.25)
      const mine = known.filter((row) => JSON.stringify(labels[code[row]!]) === JSON.stringify(label))
      for (const cut of new Set(mine.map((row) => scores[row]!))) {
        const alerts = mine.filter((row) => scores[row]! >= cut)
        if (count(alerts, isPhantom) / alerts.length >= 0.25) expect(count(alerts, isPhantom)).toBeLessThanOrEqual(own.counts.tp)
      }
    }
  })

  test('the gain is counted over the segments that bear a threshold, on store-items that it was not set by', () => {
    const bearing = found.filter(({ own }) => own !== null)
    expect(now).toEqual({
      found: bearing.reduce((sum, segment) => sum + segment.counts.tp, 0),
      alerts: bearing.reduce((sum, segment) => sum + segment.counts.tp + segment.counts.fp, 0),
    })
    expect(atOwn.found).toBe(bearing.reduce((sum, { own }) => sum + own!.heldOut.found, 0))
    expect(atOwn.found).toBeLessThanOrEqual(bearing.reduce((sum, segment) => sum + segment.positives, 0))
  })
})

test('some segments of the drawn rows bear a threshold of their own, and some do not', () => {
  const { segments: byCategory } = segments(rows, { model, by: 'category', threshold: 0.6, floor: 0.25 })!
  expect(byCategory.some(({ own }) => own !== null)).toBe(true)
  const few = segments(drawnMeasured({ stores: 1, itemsPerStore: 6, days: 10 }), { model, by: 'category', threshold: 0.6, floor: 0.25 })!
  expect(few.segments.every(({ own, tooFew }) => own === null && tooFew)).toBe(true)
})

test('what the rows do not have cannot split them, and is not offered', () => {
  expect(segments(rows, { model, by: 'department', threshold: 0.5, floor: 0.9 })).toBeNull()
  expect(segments(rows, { model: 'nobody', by: 'store', threshold: 0.5, floor: 0.9 })).toBeNull()
  expect(segments(rows, { model, by: 'store', threshold: 0.5, floor: 0.9 })!.respects).toEqual(['store', 'category', 'velocity', 'weekday', 'history'])
})

test('a Monday is a Monday', () => {
  // 2024-10-07.
  const monday = { ...rows, day: new Int32Array(rows.rows).fill(Date.UTC(2024, 9, 7) / 86_400_000) }
  expect(segments(monday, { model, by: 'weekday', threshold: 0.5, floor: 0.9 })!.segments.map(({ label }) => label)).toEqual([{ kind: 'weekday', weekday: 0 }])
})
