import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortedPositions } from './sort-rows'

const keys = fc.array(fc.oneof(fc.constantFrom(0, -0, NaN, 1, -1, Infinity, -Infinity), fc.double(), fc.integer())).map((values) => Float64Array.from(values))

/** The plain way: missing last, equal keys by position. */
function expected(values: Float64Array, descending: boolean): number[] {
  return Array.from(values, (_, i) => i).sort((a, b) => {
    const x = values[a]!
    const y = values[b]!
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b
    const way = x < y ? -1 : x > y ? 1 : 0
    return (descending ? -way : way) || a - b
  })
}

test('positions come in order of their keys, missing last, ties by position, in both directions', () => {
  fc.assert(
    fc.property(keys, fc.boolean(), (values, descending) => {
      expect([...sortedPositions(values, descending)]).toEqual(expected(values, descending))
    }),
    { numRuns: 300 },
  )
})
