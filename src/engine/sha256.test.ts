import { afterEach, expect, test, vi } from 'vitest'
import { toyModels } from '../testing/toy-models'
import { readModelFolder } from './load-models'
import { sha256 } from './sha256'

afterEach(() => vi.unstubAllGlobals())

/** What a page over plain http finds: a `crypto` without `subtle`. */
const withoutSubtle = () => vi.stubGlobal('crypto', {})

const samples = [new Uint8Array(0), new TextEncoder().encode('abc'), Uint8Array.from({ length: 100_003 }, (_, at) => (at * 31) & 0xff)]

test('the digest of "abc" is the one of the standard (FIPS 180-4)', async () => {
  expect(await sha256(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test.each(samples.map((bytes) => [bytes.length, bytes] as const))('%i bytes have the same digest with and without the means of the browser', async (_, bytes) => {
  const own = await sha256(bytes)
  withoutSubtle()
  expect(await sha256(bytes)).toBe(own)
})

test('over plain http a whole model is usable and a damaged one is still refused', async () => {
  withoutSubtle()
  expect((await readModelFolder(toyModels(), 'lgbm')).loaded.usable).toBe(true)
  const graph = await toyModels().read('lgbm/pipeline.onnx')
  graph![40]! ^= 1
  const { loaded } = await readModelFolder(toyModels({ 'lgbm/pipeline.onnx': graph }), 'lgbm')
  expect(loaded.usable ? 'usable' : loaded.fault.code).toBe('model-corrupt')
})
