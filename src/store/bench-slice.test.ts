import { expect, test, vi } from 'vitest'
import { anyExtract, startedStore } from '../testing/started-store'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { Engine } from '../engine/engine'
import { selectCurve, selectCurveSource } from './bench-selectors'
import { rankedPrecisions } from './precision-rank'

const curveOf = (positives: number, negatives: number): ThresholdCurve => ({
  scores: Float32Array.of(0.9),
  truePositives: Uint32Array.of(positives),
  falsePositives: Uint32Array.of(negatives),
  positives,
  negatives,
})

/** A store with an open extract, whose findings measure as told. */
async function benchStore(found: ThresholdCurve | null, hasLabels = false) {
  const tellChecks = vi.fn<Engine['tellChecks']>(() => Promise.resolve())
  const curve: Engine['curve'] = (source) => Promise.resolve(source === 'findings' ? found : source === 'extract' && !hasLabels ? null : curveOf(5, 5))
  const { state } = await startedStore({ hasLabels }, { tellChecks, curve })
  await state().dropFile(anyExtract, 'x.csv')
  await vi.waitUntil(() => state().phase.phase === 'ready' && state().view !== null)
  const [row] = await state().rows(Uint32Array.of(0))
  const find = async () => {
    state().enterFinding(row!, 'not-found')
    await vi.waitUntil(() => state().found !== null)
  }
  return { state, tellChecks, row: row!, find }
}

test('a finding is told to the engine, and the models are measured by it', async () => {
  const { state, tellChecks, row, find } = await benchStore(curveOf(2, 1))
  expect(tellChecks).not.toHaveBeenCalled()
  await find()
  expect(tellChecks).toHaveBeenCalledWith([{ store: row.store, sku: row.sku, day: row.day, phantom: true }])
  expect(state().found?.curves['lgbm']).toEqual(curveOf(2, 1))
})

test('few findings do not take the place of the test worlds, unless they are chosen', async () => {
  const { state, find } = await benchStore(curveOf(29, 300))
  await find()
  expect(selectCurveSource(state())).toBe('test-worlds')
  state().chooseBenchSource('findings')
  expect(selectCurve(state(), 'lgbm')).toMatchObject({ source: 'findings', curve: { positives: 29 } })
  state().chooseBenchSource(null)
  expect(selectCurveSource(state())).toBe('test-worlds')
})

test('many findings do, and labels of the extract stand before them', async () => {
  const unlabelled = await benchStore(curveOf(30, 30))
  await unlabelled.find()
  expect(selectCurveSource(unlabelled.state())).toBe('findings')
  const labelled = await benchStore(curveOf(30, 30), true)
  await labelled.find()
  expect(selectCurveSource(labelled.state())).toBe('extract')
})

test('a source that was chosen and has no rows any more gives way', async () => {
  const { state } = await benchStore(null)
  state().chooseBenchSource('extract')
  expect(selectCurveSource(state())).toBe('test-worlds')
})

test('a study is answered over the rows of its source, and null where it has none', async () => {
  const { state } = await benchStore(null)
  expect((await state().study('test-worlds', 'counts', { model: 'lgbm' }))!.rows).toBeGreaterThan(0)
  expect(await state().study('extract', 'counts', { model: 'lgbm' })).toBeNull()
})

test('labels tell more than findings, findings more than the estimate, and all of them more than the test worlds', async () => {
  const few = await benchStore(curveOf(29, 300))
  await few.find()
  // The fake model does not say what it was calibrated on.
  expect(rankedPrecisions(few.state(), 'lgbm')).toEqual(['test-worlds'])
  const told = few.state().loadedModels.map((model) => (model.usable && model.kind === 'graph' ? { ...model, threshold: { ...model.threshold, picked_on: { candidates: 100, positives: 5 } } } : model))
  expect(rankedPrecisions({ ...few.state(), loadedModels: told }, 'lgbm')).toEqual(['estimate', 'test-worlds'])
  const many = await benchStore(curveOf(30, 30), true)
  await many.find()
  expect(rankedPrecisions({ ...many.state(), loadedModels: told }, 'lgbm')).toEqual(['extract', 'findings', 'estimate', 'test-worlds'])
})
