import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnAttribution } from './column-attribution'
import { logOdds } from './log-odds'

it('the shares of columns sum to the score, whatever the pipeline says', () => {
  const games = fc.integer({ min: 1, max: 6 }).chain((columns) => fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 1 << columns, maxLength: 1 << columns }))
  fc.assert(
    fc.property(games, (given) => {
      const keys = Array.from({ length: Math.log2(given.length) }, (_, at) => `c${at}`)
      const { base, shares, score, probability } = columnAttribution('p', keys, Float32Array.from(given))!
      expect(shares.map(({ key }) => key)).toEqual(keys)
      expect(score).toBe(logOdds(probability))
      expect(Math.abs(shares.reduce((sum, { value }) => sum + value, base) - score)).toBeLessThan(1e-9)
    }),
  )
})

it('a column that never changes anything adds nothing', () => {
  const { shares } = columnAttribution('p', ['moves', 'idle'], Float32Array.of(0.2, 0.6, 0.2, 0.6))!
  expect(shares.map(({ value }) => value)).toEqual([logOdds(Math.fround(0.6)) - logOdds(Math.fround(0.2)), 0])
})

it('a pipeline that does not score a row with something typical in it has no shares', () => {
  expect(columnAttribution('p', ['a'], Float32Array.of(NaN, 0.5))).toBeNull()
  expect(() => columnAttribution('p', ['a', 'b'], Float32Array.of(0.5))).toThrow(RangeError)
})
