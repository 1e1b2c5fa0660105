/** The same cases stand in training/tests/test_pipeline_stability.py. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FeatureQuantiles } from '../scoring/model-manifest'
import { populationStability } from './population-stability'

function stability(values: readonly number[], learned: FeatureQuantiles): number {
  const sorted = Float32Array.from(values).sort()
  return populationStability(sorted, values.filter((value) => !Number.isNaN(value)).length, learned)
}

const heaps = (value: number, count: number) => Array<number>(count).fill(value)
const even = (rows: number) => Array.from({ length: rows }, (_, row) => (row + 0.5) / rows)

/** Even from 0 to 1: a decile every tenth. */
const evenly: FeatureQuantiles = { deciles: Array.from({ length: 11 }, (_, k) => k / 10), missing: 0, at_or_below: Array.from({ length: 11 }, (_, k) => k / 10) }
/** 94 rows of 0 and 6 of 1. */
const flag: FeatureQuantiles = { deciles: [...heaps(0, 10), 1], missing: 0, at_or_below: [...heaps(0.94, 10), 1] }

it('rows like those of the training have not moved', () => {
  expect(stability(even(1000), evenly)).toBeCloseTo(0, 9)
})

it('a heap of equal values has its exact share', () => {
  const expected = (0.7 - 0.94) * Math.log(0.7 / 0.94) + (0.3 - 0.06) * Math.log(0.3 / 0.06)
  expect(stability([...heaps(0, 70), ...heaps(1, 30)], flag)).toBeCloseTo(expected, 9)
})

it('missing values are a bin of their own', () => {
  const half = { ...evenly, missing: 0.5 }
  expect(stability([...even(500), ...heaps(NaN, 500)], half)).toBeCloseTo(0, 9)
  expect(stability(even(1000), half)).toBeGreaterThan(1)
  expect(stability(heaps(NaN, 1000), half)).toBeGreaterThan(1)
})

it('where a manifest does not say how many rows share a value, that value parts no bins: nothing is called far that need not be', () => {
  const older: FeatureQuantiles = { deciles: flag.deciles, missing: 0 }
  expect(stability(heaps(0, 100), older)).toBe(0)
  expect(stability([...heaps(0, 70), ...heaps(1, 30)], older)).toBe(0)
  // Deciles between whole numbers part bins as ever.
  const { deciles, missing } = evenly
  expect(stability(even(1000).map((value) => value / 2), { deciles, missing })).toBeGreaterThan(1)
})

it('is never negative, does not mind the order of the bins, and grows as values are pushed away', () => {
  const shift = fc.double({ min: 0, max: 0.9, noNaN: true })
  fc.assert(
    fc.property(shift, (by) => {
      const up = stability(even(500).map((value) => value * (1 - by) + by), evenly)
      const down = stability(even(500).map((value) => value * (1 - by)), evenly)
      expect(up).toBeGreaterThanOrEqual(0)
      expect(down).toBeGreaterThanOrEqual(0)
      const further = stability(even(500).map((value) => value * (0.9 - by) + by + 0.1), evenly)
      expect(further).toBeGreaterThanOrEqual(up - 0.02)
    }),
    { seed: 4 },
  )
})

it('a feature that no training row knew, and no rows at all, give no index', () => {
  expect(stability([1, 2], { deciles: [], missing: 1 })).toBeNaN()
  expect(stability([], evenly)).toBeNaN()
})

it('values that a manifest rounded to five digits are the decile itself', () => {
  const learned: FeatureQuantiles = { deciles: [0, 0.33333, 1], missing: 0, at_or_below: [0, 0.5, 1] }
  expect(stability([1 / 3, 1 / 3, 0.9, 0.9], learned)).toBeLessThan(0.01)
})
