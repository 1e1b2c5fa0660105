import { beforeAll, expect, test } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import { featureNames } from '../domain/features/catalog'
import { shippedModels } from '../domain/scoring/model-manifest'
import { sigmoid, toyFeatures, toyManifest, toyModels } from '../testing/toy-models'
import { BlockScorer } from './block-scorer'
import type { ModelBytes } from './model-bytes'
import { readModelFolder } from './load-models'
import { openGraph } from './onnx-runtime'

const width = featureNames.length
const rowCount = 9000
const seriesStart = Int32Array.of(0, 1, 8, 36, 4000, rowCount)
const values = Float32Array.from({ length: rowCount * width }, (_, i) => (i % 11 === 0 ? NaN : ((i * 37) % 19) / 19))
const at = (row: number, feature: string) => {
  const value = values[row * width + featureNames.indexOf(feature)]!
  return Number.isNaN(value) ? 0 : value
}

let models: ModelBytes[]
let scorer: BlockScorer
beforeAll(async () => {
  const read = await Promise.all(Object.keys(toyFeatures).map((id) => readModelFolder(toyModels(), id)))
  models = read.map((model) => model.bytes!)
  const opened = await BlockScorer.open(await readRuntimeWasm(), models)
  expect([...opened.refused]).toEqual([])
  scorer = opened.scorer
})

test('a model that reads rows scores the asked rows from its own features, missing ones included', async () => {
  const rows = Int32Array.from({ length: rowCount }, (_, row) => row).filter((row) => row % 3 !== 1)
  const scores = await scorer.score({ values, models: shippedModels, seriesStart, rows, withSeries: false })
  expect(Object.keys(scores)).toEqual(['lgbm', 'xgb', 'rf'])
  rows.forEach((row, i) => {
    expect(scores['lgbm']![i]).toBeCloseTo(sigmoid(0.5 * at(row, 'sold_today') - 0.25 * at(row, 'DailyBOH')), 6)
    expect(scores['xgb']![i]).toBeCloseTo(sigmoid(0.5 * at(row, 'DailyBOH') - 0.25 * at(row, 'sold_today')), 6)
  })
})

test('a model that reads series gives each row the probability of its own past, whatever it is batched with', async () => {
  const scores = await scorer.score({ values, models: shippedModels, seriesStart, rows: Int32Array.of(), withSeries: true })
  expect(Object.keys(scores)).toEqual(['lstm'])
  for (let series = 0; series + 1 < seriesStart.length; series++) {
    let sum = 0
    for (let row = seriesStart[series]!; row < seriesStart[series + 1]!; row++) {
      sum += at(row, 'sold_today')
      expect(scores['lstm']![row]).toBeCloseTo(sigmoid(0.1 * sum), 4)
    }
  }
})

test('the memory of a task is given back when its scores are there', async () => {
  const room = new ArrayBuffer(4 * values.length + 64)
  const task = { values: new Float32Array(room, 0, values.length), models: shippedModels, seriesStart, rows: Int32Array.of(0, 5, 40), withSeries: true }
  task.values.set(values)
  const back: ArrayBuffer[] = []
  const scores = await scorer.score(task, (given) => back.push(given))
  expect(back).toEqual([room])
  expect(scores).toEqual(await scorer.score({ ...task, values }))
})

test('warming up changes no score, and what is asked meanwhile is answered', async () => {
  const task = { values, models: shippedModels, seriesStart, rows: Int32Array.of(3, 4000), withSeries: true }
  const before = await scorer.score(task)
  let warm = false
  const warming = scorer.warm().then(() => {
    warm = true
  })
  expect(await scorer.score(task)).toEqual(before)
  expect(warm).toBe(false)
  await warming
  expect(await scorer.score(task)).toEqual(before)
})

test('a model that is removed while the others are being warmed is left out', async () => {
  const opened = await BlockScorer.open(await readRuntimeWasm(), models)
  const warming = opened.scorer.warm()
  await opened.scorer.remove('xgb')
  await warming
  const scores = await opened.scorer.score({ values, models: shippedModels, seriesStart, rows: Int32Array.of(0), withSeries: false })
  expect(Object.keys(scores)).toEqual(['lgbm', 'rf'])
  await opened.scorer.close()
})

test('a run that fails does not poison the next', async () => {
  const { graph: bytes } = models[0]!
  const graph = await openGraph(bytes, 'features', 'probability')
  const wrong = graph.run(new Float32Array(3), [1, 3])
  const right = graph.run(Float32Array.of(1, 2), [1, 2])
  await expect(wrong).rejects.toThrow()
  expect((await right)[0]).toBeCloseTo(sigmoid(0), 6)
})

test('a graph of the wrong width refuses its model when it is opened, and the others go on', async () => {
  const wide = { ...models[0]!, manifest: { ...toyManifest('lgbm'), features: ['DailyBOH', 'sold_today', 'held_rate'] } }
  const garbage = { ...models[2]!, graph: new Uint8Array(100) }
  const { refused, scorer: rest } = await BlockScorer.open(await readRuntimeWasm(), [wide, garbage, models[1]!])
  expect([...refused.keys()]).toEqual(['lgbm', 'rf'])
  expect([...refused.values()].map((fault) => fault.code)).toEqual(['model-corrupt', 'model-corrupt'])
  const scores = await rest.score({ values, models: shippedModels, seriesStart, rows: Int32Array.of(0), withSeries: true })
  expect(Object.keys(scores)).toEqual(['xgb'])
})

test('a graph whose names are not those of the manifest is refused', async () => {
  await expect(openGraph(models[0]!.graph, 'input', 'probability')).rejects.toThrow('not "input"')
})

test('a model that is added scores where it is named, beside those that stood, until it is removed', async () => {
  const own = { ...models[0]!, manifest: { ...toyManifest('lgbm'), id: 'own-lgbm' } }
  const task = { values, seriesStart, rows: Int32Array.of(0, 1), withSeries: false }
  expect(await scorer.add(own)).toBeNull()
  const both = await scorer.score({ ...task, models: ['lgbm', 'own-lgbm'] })
  expect(both['own-lgbm']).toEqual(both['lgbm'])
  expect(Object.keys(await scorer.score({ ...task, models: ['own-lgbm'] }))).toEqual(['own-lgbm'])
  await scorer.remove('own-lgbm')
  expect(Object.keys(await scorer.score({ ...task, models: ['lgbm', 'own-lgbm'] }))).toEqual(['lgbm'])
})

test('a model that does not run is not added', async () => {
  const garbage = { manifest: { ...toyManifest('lgbm'), id: 'own-lgbm' }, graph: new Uint8Array(100) }
  expect(await scorer.add(garbage)).toMatchObject({ code: 'model-corrupt' })
  expect(Object.keys(await scorer.score({ values, seriesStart, rows: Int32Array.of(0), withSeries: false, models: ['own-lgbm', 'rf'] }))).toEqual(['rf'])
})
