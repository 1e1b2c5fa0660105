import fc from 'fast-check'
import { expect, it } from 'vitest'
import { gatherRows } from './gather-rows'

const width = 3
const values = Float32Array.from({ length: 20 * width }, (_, at) => (at % 11 === 0 ? NaN : at))
const anyRows = fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 20 }).map((rows) => Int32Array.from(rows).sort())
const anyColumns = fc.oneof(
  fc.constant([0, 1, 2]),
  fc.array(fc.integer({ min: 0, max: width - 1 }), { minLength: 1, maxLength: 4 }),
)

it('copies every chosen value to its place, whichever rows and columns are chosen', () => {
  fc.assert(
    fc.property(anyRows, anyColumns, fc.nat(20), fc.nat(20), (rows, columns, a, b) => {
      const [from, to] = [Math.min(a, b, rows.length), Math.min(Math.max(a, b), rows.length)]
      const out = new Float32Array((to - from) * columns.length).fill(-1)
      gatherRows(values, width, Int32Array.from(columns), rows, from, to, out)
      expect([...out]).toEqual([...rows.subarray(from, to)].flatMap((row) => columns.map((column) => values[row * width + column])))
    }),
    { numRuns: 1000 },
  )
})
