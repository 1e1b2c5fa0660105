import fc from 'fast-check'
import { expect, it } from 'vitest'
import { estimateWeight, sharpenByFindings } from './sharpen-by-findings'

it('without a check the estimate stands', () => {
  expect(sharpenByFindings(0.9, 0, 0).precision).toBeCloseTo(0.9, 12)
})

it('as many checks as the estimate counts for weigh the same: the middle of both', () => {
  expect(sharpenByFindings(0.9, estimateWeight, estimateWeight / 2).precision).toBeCloseTo(0.7, 12)
})

it('many checks leave little of the estimate', () => {
  expect(sharpenByFindings(0.9, 1000, 400).precision).toBeCloseTo(0.4, 1)
})

it('lies between estimate and findings, inside of its interval, which further like checks narrow', () => {
  const cases = fc.tuple(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }))
  fc.assert(
    fc.property(cases, ([estimate, checked, part]) => {
      const real = Math.round(part * checked)
      const { precision, interval } = sharpenByFindings(estimate, checked, real)
      expect(precision).toBeGreaterThanOrEqual(Math.min(estimate, real / checked) - 1e-12)
      expect(precision).toBeLessThanOrEqual(Math.max(estimate, real / checked) + 1e-12)
      expect(interval.low).toBeGreaterThanOrEqual(0)
      expect(interval.high).toBeLessThanOrEqual(1)
      expect(interval.low).toBeLessThan(interval.high)
      const further = sharpenByFindings(real / checked, checked * 4, real * 4).interval
      const first = sharpenByFindings(real / checked, checked, real).interval
      expect(further.high - further.low).toBeLessThan(first.high - first.low)
    }),
    { seed: 11 },
  )
})

it('even an estimate of all or none is moved by checks', () => {
  expect(sharpenByFindings(1, 20, 10).precision).toBeLessThan(0.7)
  expect(sharpenByFindings(0, 20, 10).precision).toBeGreaterThan(0.3)
})
