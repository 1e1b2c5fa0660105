import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomTable } from '../../testing/random-table'
import { isCandidate } from '../table/extract-table'
import { velocityLabel } from '../segments/segment-thresholds'
import { ownThresholds } from '../../testing/drawn-segments'
import { chooseRows, scoresToChoose } from './choose-rows'
import { summariseLines } from './summarise-lines'
import { valueGrid } from './value-grid'
import { valueSpread } from './value-spread'

describe('the rows that a model is tried on', () => {
  const table = randomTable({ seed: 3, stores: 3, skus: 12, days: 80 })
  const scores = Float32Array.from({ length: table.rowCount }, (_, row) => (row % 7 === 0 ? NaN : (row % 100) / 100))
  const candidates = Array.from({ length: table.seriesCount }, (_, series) =>
    Array.from({ length: table.seriesStart[series + 1]! - table.seriesStart[series]! }, (_, i) => table.seriesStart[series]! + i).filter((row) => isCandidate(table, series, row)),
  ).flat()

  it('are all that fit, where there are no more than wanted', () => {
    expect([...chooseRows(table, scores, { kind: 'all' }, table.rowCount)]).toEqual(candidates.filter((row) => row % 7 !== 0))
    expect([...chooseRows(table, scores, { kind: 'alerts', threshold: 0.9 }, table.rowCount)]).toEqual(candidates.filter((row) => scores[row]! >= Math.fround(0.9)))
  })

  it('are the alerts of thresholds by segment where there are some, and all scored rows where all are asked for', () => {
    const unitsPerDay = Float64Array.from({ length: table.rowCount }, (_, row) => (row % 3) * 0.2)
    const slow = velocityLabel(0)
    if (slow.kind !== 'band') throw new Error('A rate of 0 is in a band.')
    const alerts = { kind: 'alerts', threshold: 0.9, segments: ownThresholds('velocity', [[slow, 0.4]]) } as const
    const chosen = chooseRows(table, scoresToChoose(table, unitsPerDay, scores, alerts), alerts, table.rowCount)
    expect([...chosen]).toEqual(candidates.filter((row) => scores[row]! >= Math.fround(row % 3 === 0 ? 0.4 : 0.9)))
    expect(scoresToChoose(table, unitsPerDay, scores, { kind: 'all' })).toBe(scores)
  })

  it('are otherwise as many as wanted, each once, from one end to the other', () => {
    const all = chooseRows(table, scores, { kind: 'all' }, table.rowCount)
    const some = chooseRows(table, scores, { kind: 'all' }, 40)
    expect(new Set(some).size).toBe(40)
    expect([...some].every((row) => all.includes(row))).toBe(true)
    expect(all.indexOf(some[0]!)).toBeLessThan(all.length / 40)
    expect(all.indexOf(some[39]!)).toBeGreaterThan(all.length * (1 - 1 / 40))
  })
})

describe('the values that a feature is tried at', () => {
  it('rise, are values of rows, and leave at most a fortieth of the rows outside on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, min: -100, max: 100 }), { minLength: 1, maxLength: 400 }), fc.integer({ min: 2, max: 25 }), (list, most) => {
        const values = Float32Array.from(list)
        const grid = valueGrid(values, most)
        expect(grid.length).toBeLessThanOrEqual(most)
        grid.forEach((value, at) => {
          expect(values.includes(value)).toBe(true)
          if (at > 0) expect(value).toBeGreaterThan(grid[at - 1]!)
        })
        expect(values.filter((value) => value < grid[0]!).length).toBeLessThanOrEqual(values.length / 40 + 1)
        expect(values.filter((value) => value > grid.at(-1)!).length).toBeLessThanOrEqual(values.length / 40 + 1)
      }),
    )
  })

  it('are every value of a feature with few, and none of one that is always missing', () => {
    expect([...valueGrid(Float32Array.of(1, 0, NaN, 1, 0), 20)]).toEqual([0, 1])
    expect(valueGrid(Float32Array.of(NaN, NaN), 20).length).toBe(0)
  })
})

it('a spread counts every row once, those beyond the ends in the outer bins', () => {
  expect(valueSpread(Float32Array.of(-5, 0, 1, 2, 3, 4, 99, NaN), 0, 4, 4)).toEqual({ rows: 8, missing: 1, from: 0, to: 4, counts: Uint32Array.of(2, 1, 1, 3) })
  expect([...valueSpread(Float32Array.of(2, 2), 2, 2, 3).counts]).toEqual([2, 0, 0])
})

it('the middle of many rows is their mean, and a tenth lies beyond on either side', () => {
  const { mean, low, high } = summariseLines(Float32Array.from({ length: 11 }, (_, i) => (10 - i) / 10))
  expect([mean, low, high].map((share) => share.toFixed(6))).toEqual(['0.500000', '0.100000', '0.900000'])
})
