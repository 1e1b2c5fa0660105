import { beforeAll, expect, it, vi } from 'vitest'
import { fakeCurve } from '../testing/fake-curve'
import { anyExtract, startedStore } from '../testing/started-store'
import type { AppState } from './app-state'
import { selectGoalsOn } from './precision-rank'

let unlabelled: AppState

beforeAll(async () => {
  const { state } = await startedStore()
  await state().dropFile(anyExtract, 'plain.csv')
  await vi.waitUntil(() => state().phase.phase === 'ready')
  const loadedModels = state().loadedModels.map((model) => (model.usable && model.kind === 'graph' ? { ...model, threshold: { ...model.threshold, picked_on: { candidates: 100, positives: 5 } } } : model))
  unlabelled = { ...state(), loadedModels }
})

const many = { ...fakeCurve, positives: 400, negatives: 400 }
const found = (state: AppState): AppState => ({ ...state, found: { opened: state.opened!, curves: { lgbm: many } } })

it('without labels goals go by the estimate, unless much was found', () => {
  expect(selectGoalsOn(unlabelled, 'lgbm')).toBe('estimate')
  expect(selectGoalsOn(found(unlabelled), 'lgbm')).toBe('measured')
  expect(selectGoalsOn({ ...found(unlabelled), goalsOn: 'estimate' }, 'lgbm')).toBe('estimate')
})

it('rows that were chosen on another file are no choice on one that lacks them', () => {
  expect(selectGoalsOn({ ...unlabelled, goalsOn: 'measured', benchSource: 'extract' }, 'lgbm')).toBe('estimate')
  expect(selectGoalsOn({ ...unlabelled, goalsOn: 'measured', benchSource: 'test-worlds', bundledCurves: { lgbm: fakeCurve } }, 'lgbm')).toBe('measured')
})
