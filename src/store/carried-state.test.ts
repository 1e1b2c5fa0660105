import { expect, it } from 'vitest'
import { anyExtract, startedStore } from '../testing/started-store'
import { selectCarriedThreshold } from './carried-state'

it('a threshold set on one extract is known as carried on to the next', async () => {
  const { state } = await startedStore()
  await state().dropFile(anyExtract, 'first.csv')
  state().setThreshold('lgbm', 0.35)
  expect(selectCarriedThreshold(state())).toBeNull()
  await state().dropFile(anyExtract, 'second.csv')
  expect(state().thresholds).toEqual({ lgbm: 0.35 })
  expect(selectCarriedThreshold(state())).toBe(0.35)
  state().chooseModel('xgb')
  expect(selectCarriedThreshold(state())).toBeNull()
})

it('also by way of the start screen', async () => {
  const { state } = await startedStore()
  await state().dropFile(anyExtract, 'first.csv')
  state().setThreshold('lgbm', 0.35)
  state().startOver()
  expect(selectCarriedThreshold(state())).toBeNull()
  await state().tryDemo()
  expect(selectCarriedThreshold(state())).toBe(0.35)
})

it('one set on this very extract is not, when its columns are mapped anew', async () => {
  const { state } = await startedStore()
  await state().dropFile(anyExtract, 'first.csv')
  state().setThreshold('lgbm', 0.35)
  state().editMapping()
  await state().applyMapping()
  expect(selectCarriedThreshold(state())).toBeNull()
})

it('it is over once it was closed, or the threshold is another', async () => {
  const { state } = await startedStore()
  state().setThreshold('lgbm', 0.35)
  await state().dropFile(anyExtract, 'first.csv')
  expect(selectCarriedThreshold({ ...state(), thresholds: { lgbm: 0.4 } })).toBeNull()
  expect(selectCarriedThreshold({ ...state(), thresholds: {} })).toBeNull()
  state().dismissCarried()
  expect(selectCarriedThreshold(state())).toBeNull()
})

it('the model’s own threshold, set by hand, is nothing to speak of', async () => {
  const { state } = await startedStore()
  const own = state().loadedModels.find(({ id }) => id === 'lgbm')!
  if (!own.usable) throw new Error('the fake model is usable')
  state().setThreshold('lgbm', own.threshold.precision_floor_threshold)
  await state().dropFile(anyExtract, 'first.csv')
  expect(selectCarriedThreshold(state())).toBeNull()
})
