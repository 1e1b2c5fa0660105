import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import { buildItemScores, itemCountsAt } from './item-counts'

const thresholds = fc.oneof(fc.double({ min: -0.1, max: 1.1, noNaN: true }), fc.integer({ min: 0, max: 10 }).map((step) => step / 10))

describe('counts by store-item', () => {
  it('are those of counting row by row, at any threshold', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, thresholds, fc.boolean(), (rows, threshold, halved) => {
        const scores = rows.scores.get(drawnModel)!
        const keep = halved ? Uint8Array.from(scores, (_, row) => row % 2) : undefined
        const expected = { tp: new Uint32Array(rows.items), fp: new Uint32Array(rows.items), fn: new Uint32Array(rows.items), tn: new Uint32Array(rows.items) }
        for (let row = 0; row < rows.rows; row++) {
          if (Number.isNaN(scores[row]!) || (keep && keep[row] === 0)) continue
          const alert = scores[row]! >= Math.fround(threshold)
          const column = rows.labels[row] === 1 ? (alert ? expected.tp : expected.fn) : alert ? expected.fp : expected.tn
          column[rows.item[row]!]!++
        }
        expect(itemCountsAt(buildItemScores(rows, scores, keep), threshold)).toEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })
})
