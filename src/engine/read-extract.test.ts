import { expect, test } from 'vitest'
import { pieceBytes, type ByteSource } from './byte-source'
import { EngineStopped } from './engine'
import { cancelled, unreadableFile } from './engine-faults'
import { breathe } from './jobs'
import { eachPiece } from './read-extract'

const size = 2 * pieceBytes + 1000

/** A file whose byte i is i % 251, of which `there` bytes can be read; every request is noted. */
function source(asked: number[] = [], there = size): ByteSource {
  return {
    size,
    slice: (from, to) => ({
      arrayBuffer: async () => {
        asked.push(from)
        await breathe()
        return Uint8Array.from({ length: Math.max(0, Math.min(to, there) - from) }, (_, i) => (from + i) % 251).buffer
      },
    }),
  }
}

const never = new AbortController().signal
const faultOf = (work: Promise<unknown>) => work.then(() => null, (error: unknown) => (error instanceof EngineStopped ? error.fault : error))

test('all bytes come once and in order, the next piece asked for before the one at hand is taken', async () => {
  const asked: number[] = []
  const seen: number[] = []
  const askedWhenTaken: number[] = []
  const fractions: number[] = []
  await eachPiece(source(asked), never, (bytes, fraction) => {
    askedWhenTaken.push(asked.length)
    fractions.push(fraction)
    for (const byte of bytes) seen.push(byte)
  })
  expect(seen.length).toBe(size)
  expect(seen.every((byte, i) => byte === i % 251)).toBe(true)
  expect(asked).toEqual([0, pieceBytes, 2 * pieceBytes])
  expect(askedWhenTaken).toEqual([2, 3, 3])
  expect(fractions.at(-1)).toBe(1)
})

test('an empty file has no piece', async () => {
  await eachPiece({ ...source(), size: 0 }, never, () => {
    throw new Error('nothing is there to take')
  })
})

test('a file that became shorter is a fault, never half of a file', async () => {
  expect(await faultOf(eachPiece(source([], pieceBytes), never, () => undefined))).toBe(unreadableFile)
})

test('a piece that cannot be read is a fault where it is due, and none where it no longer is', async () => {
  const broken: ByteSource = { size, slice: (from, to) => (from === 0 ? source().slice(from, to) : { arrayBuffer: () => Promise.reject(new Error('the disk is gone')) }) }
  let taken = 0
  const counted = eachPiece(broken, never, () => {
    taken++
  })
  expect(await faultOf(counted)).toBe(unreadableFile)
  expect(taken).toBe(1)
  const own = new Error('the reader gave up')
  expect(await faultOf(eachPiece(broken, never, () => Promise.reject(own)))).toBe(own)
  await breathe()
})

test('a cancel is heard while the next piece is on its way', async () => {
  const control = new AbortController()
  let taken = 0
  const work = eachPiece(source(), control.signal, () => {
    taken++
    control.abort()
  })
  expect(await faultOf(work)).toBe(cancelled)
  expect(taken).toBe(1)
})
