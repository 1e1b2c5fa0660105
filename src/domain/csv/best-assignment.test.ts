import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAssignment } from './best-assignment'

/** All pairings, tried one after the other. */
function bestTotal(weight: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === weight.length) return 0
  let best = bestTotal(weight, row + 1, taken)
  weight[row]!.forEach((w, column) => {
    if (!taken.has(column)) best = Math.max(best, w + bestTotal(weight, row + 1, new Set([...taken, column])))
  })
  return best
}

describe('bestAssignment', () => {
  it('reaches the best total of all pairings and uses no column twice', () => {
    const weights = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }),
    )
    fc.assert(
      fc.property(weights, (weight) => {
        const columns = bestAssignment(weight)
        const used = columns.filter((column) => column >= 0)
        expect(new Set(used).size).toBe(used.length)
        expect(columns.reduce((sum, column, row) => sum + (column < 0 ? 0 : weight[row]![column]!), 0)).toBe(bestTotal(weight))
      }),
    )
  })

  it('makes no pair of weight 0', () => {
    expect(bestAssignment([[0, 0], [0, 1]])).toEqual([-1, 1])
  })
})
