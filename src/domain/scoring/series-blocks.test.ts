import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutSeriesBlocks } from './series-blocks'

const starts = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 }).map((lengths) => {
  const seriesStart = new Int32Array(lengths.length + 1)
  lengths.forEach((length, s) => (seriesStart[s + 1] = seriesStart[s]! + length))
  return seriesStart
})

test('blocks cover every series once, in order, and stay within their size unless one series is longer', () => {
  fc.assert(
    fc.property(starts, fc.integer({ min: 1, max: 120 }), (seriesStart, rowsPerBlock) => {
      const blocks = cutSeriesBlocks(seriesStart, rowsPerBlock)
      expect(blocks.map((block) => block.fromSeries)).toEqual([0, ...blocks.slice(0, -1).map((block) => block.toSeries)].slice(0, blocks.length))
      expect(blocks.at(-1)?.toSeries ?? 0).toBe(seriesStart.length - 1)
      for (const { fromSeries, toSeries } of blocks) {
        const rows = seriesStart[toSeries]! - seriesStart[fromSeries]!
        expect(toSeries).toBeGreaterThan(fromSeries)
        if (toSeries - fromSeries > 1) expect(rows).toBeLessThanOrEqual(rowsPerBlock)
      }
    }),
  )
})

test('a block is cut only where the next series would not fit', () => {
  expect(cutSeriesBlocks(Int32Array.of(0, 4, 8, 12), 8)).toEqual([
    { fromSeries: 0, toSeries: 2 },
    { fromSeries: 2, toSeries: 3 },
  ])
})
