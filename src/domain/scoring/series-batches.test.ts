import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSeriesBatches, packSeries, unpackSeries } from './series-batches'

test('packing and unpacking gives every row back its own value, whatever the lengths and batch size', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 25 }), fc.integer({ min: 1, max: 200 }), (lengths, cells) => {
      const start = new Int32Array(lengths.length + 1)
      lengths.forEach((length, s) => (start[s + 1] = start[s]! + length))
      const rows = start.at(-1)!
      // Two features; the graph stands for "give back the first asked column", which is the second.
      const values = Float32Array.from({ length: rows * 2 }, (_, i) => i)
      const out = new Float32Array(rows).fill(-1)
      for (const batch of cutSeriesBatches(start, cells)) {
        const packed = new Float32Array(batch.series.length * batch.steps)
        packSeries(batch, start, values, 2, Int32Array.of(1), packed)
        unpackSeries(batch, start, packed, out)
      }
      expect([...out]).toEqual(Array.from({ length: rows }, (_, row) => row * 2 + 1))
    }),
  )
})

test('what follows the end of a shorter series is NaN', () => {
  const start = Int32Array.of(0, 1, 4)
  const [batch] = cutSeriesBatches(start, 100)
  const packed = new Float32Array(6)
  packSeries(batch!, start, Float32Array.of(1, 2, 3, 4), 1, Int32Array.of(0), packed)
  expect([...packed]).toEqual([2, 3, 4, 1, NaN, NaN])
})

test('a batch holds no more cells than asked unless one series alone is longer', () => {
  for (const batch of cutSeriesBatches(Int32Array.of(0, 10, 12, 14, 40), 12)) {
    expect(batch.series.length === 1 || batch.series.length * batch.steps <= 12).toBe(true)
  }
})
