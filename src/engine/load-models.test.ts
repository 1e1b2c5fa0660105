import { expect, test, vi } from 'vitest'
import { toyManifest, toyModels } from '../testing/toy-models'
import { fetchSource } from './fetch-source'
import { readModelFolder } from './load-models'

const load = async (changes: Parameters<typeof toyModels>[0], id = 'lgbm') => (await readModelFolder(toyModels(changes), id)).loaded
const codeOf = (loaded: Awaited<ReturnType<typeof load>>) => (loaded.usable ? 'usable' : loaded.fault.code)

test('a whole folder is usable, with its threshold and card', async () => {
  expect(await load({})).toMatchObject({ usable: true, card: '# Toy lgbm', threshold: { precision_floor_threshold: 0.5 } })
})

test.each(['model.json', 'threshold.json', 'model_card.md', 'pipeline.onnx'])('without %s the model is missing, and the sentence names the file', async (file) => {
  const loaded = await load({ [`lgbm/${file}`]: null })
  expect(codeOf(loaded)).toBe('model-missing')
  expect(loaded.usable ? '' : loaded.fault.sentence).toContain(file)
})

test('a graph that differs by one byte from its manifest is refused', async () => {
  const graph = await toyModels().read('lgbm/pipeline.onnx')
  graph![40]! ^= 1
  const loaded = await load({ 'lgbm/pipeline.onnx': graph })
  expect(codeOf(loaded)).toBe('model-corrupt')
  expect(loaded.usable ? '' : loaded.fault.sentence).toContain('checksum')
})

test('a manifest of another model in the folder is refused', async () => {
  expect(codeOf(await load({ 'lgbm/model.json': JSON.stringify(toyManifest('rf')) }))).toBe('model-corrupt')
})

test('a feature that this version does not compute is named', async () => {
  const loaded = await load({ 'lgbm/model.json': JSON.stringify({ ...toyManifest('lgbm'), features: ['moon_phase', 'DailyBOH'] }) })
  expect(codeOf(loaded)).toBe('model-unknown-feature')
  expect(loaded.usable ? '' : loaded.fault.sentence).toContain('"moon_phase"')
})

test('a page of HTML, an error status and a broken connection all mean that a file is not there', async () => {
  const answers = [
    () => Promise.resolve(new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })),
    () => Promise.resolve(new Response('no', { status: 404 })),
    () => Promise.reject(new TypeError('fetch failed')),
    () => Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } })),
  ]
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(() => answers.shift()!())
  const source = fetchSource('http://localhost/app/models/')
  expect([await source.read('a'), await source.read('b'), await source.read('c')]).toEqual([null, null, null])
  expect(await source.read('lgbm/model.json')).toEqual(new TextEncoder().encode('{}'))
  expect(fetched.mock.lastCall?.[0]).toEqual(new URL('http://localhost/app/models/lgbm/model.json'))
  fetched.mockRestore()
})
