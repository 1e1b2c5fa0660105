import { expect, test } from 'vitest'
import { randomTable } from '../../testing/random-table'
import { featureCount } from './catalog'
import { computeFeatureBlock } from './compute-block'
import { buildFeatureContext } from './context'

const table = randomTable({ seed: 5, stores: 3, skus: 12, days: 70 })
const context = buildFeatureContext(table)
const cells = table.rowCount * featureCount

test('values written into memory that held something else are the same, to the last bit', () => {
  const room = new ArrayBuffer(cells * Float32Array.BYTES_PER_ELEMENT + 400)
  new Uint32Array(room).fill(0xdeadbeef)
  const { values } = computeFeatureBlock(context, 0, table.seriesCount, room)
  expect(values.buffer).toBe(room)
  expect(values.length).toBe(cells)
  const own = computeFeatureBlock(context, 0, table.seriesCount).values
  expect(new Uint32Array(room, 0, cells)).toEqual(new Uint32Array(own.buffer))
})

test('memory that is too small, or has travelled away, is left alone', () => {
  for (const room of [new ArrayBuffer((cells - 1) * Float32Array.BYTES_PER_ELEMENT), new ArrayBuffer(0)]) {
    const { values } = computeFeatureBlock(context, 0, table.seriesCount, room)
    expect(values.buffer).not.toBe(room)
    expect(values.length).toBe(cells)
  }
})
