import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alertRate } from '../../../domain/metrics/confusion-measures'
import { countsAt } from '../../../domain/metrics/counts-at'
import { buildThresholdCurve } from '../../../domain/metrics/threshold-curve'
import { drawnRows } from '../../../testing/drawn-scores'
import { parseThreshold, stepBy, stepThreshold, thresholdByKey } from './threshold-steps'

it('arrows move by .01, page keys by .05, Home and End to the ends', () => {
  expect(thresholdByKey(0.5, 'ArrowRight')).toBe(0.51)
  expect(thresholdByKey(0.51, 'PageDown')).toBe(0.46)
  expect(thresholdByKey(0.3, 'Home')).toBe(0)
  expect(thresholdByKey(0.3, 'End')).toBe(1)
  expect(thresholdByKey(0.3, 'Tab')).toBeNull()
})

it('no step leaves 0 to 1, and a step always lands on a hundredth', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.01, -0.01, 0.05, -0.05), (from, by) => {
      const to = stepThreshold(from, by)
      expect(to).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(1)
      expect(Number(to.toFixed(2))).toBe(to)
    }),
  )
})

it('steps by a hundredth, or by a thousandth', () => {
  expect(stepBy(0.775, '0.01', 1, null)).toBe(0.79)
  expect(stepBy(0.775, '0.001', -1, null)).toBe(0.774)
  expect(stepBy(1, '0.001', 1, null)).toBe(1)
})

it('a step to the next score up takes away the alerts of one score, and one down brings them back', () => {
  fc.assert(
    fc.property(drawnRows, fc.double({ min: 0, max: 1, noNaN: true }), ({ scores, labels }, from) => {
      const curve = buildThresholdCurve(scores, labels)
      const distinct = new Set(scores.filter((_, row) => labels[row] === 0 || labels[row] === 1).filter((score) => !Number.isNaN(score)))
      const above = (threshold: number) => [...distinct].filter((score) => score >= Math.fround(threshold)).length
      const up = stepBy(from, 'score', 1, curve)
      const down = stepBy(from, 'score', -1, curve)
      expect(above(up)).toBe(Math.max(above(from) > 0 ? 1 : 0, above(from) - 1))
      expect(above(down)).toBe(Math.min(distinct.size, above(from) + 1))
      if (distinct.size > 0) expect(alertRate(countsAt(curve, down))).toBeGreaterThanOrEqual(alertRate(countsAt(curve, up)))
    }),
  )
})

it.each([
  ['0.5', 0.5],
  ['.5', 0.5],
  [' 0,75 ', 0.75],
  ['1', 1],
  ['0', 0],
])('"%s" is read as %d', (text, value) => {
  expect(parseThreshold(text)).toBe(value)
})

it.each([[''], ['abc'], ['1.2'], ['-0.1'], ['0.5x'], ['50%'], ['.'], ['1e-1']])('"%s" is refused', (text) => {
  expect(parseThreshold(text)).toBeNull()
})
