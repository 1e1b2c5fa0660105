import { beforeAll, expect, it, vi } from 'vitest'
import { createAppStore } from '../../../../store/create-app-store'
import type { AppState } from '../../../../store/app-state'
import { fakeCurve as curve } from '../../../../testing/fake-curve'
import { fakeEngine } from '../../../../testing/fake-engine'
import { answerGround, holdsStill, isGroundStill } from './solved-answer'
import type { ChoiceKey } from '../choices/choice'

let state: AppState

beforeAll(async () => {
  const store = createAppStore(fakeEngine({ hasLabels: true }).engine, {
    prepare: () => Promise.resolve(),
    fetchDemo: () => Promise.resolve(new Blob()),
    saveFile: () => undefined,
  })
  await store.getState().start()
  await store.getState().dropFile(new Blob(['x']), 'x.csv')
  await vi.waitUntil(() => store.getState().phase.phase === 'ready')
  state = { ...store.getState(), model: 'lgbm', extractCurves: { lgbm: { ...curve } }, bundledCurves: { lgbm: curve }, benchSource: 'test-worlds', thresholds: { lgbm: 0.875 } }
})

const answer = (goal: ChoiceKey) => ({ goal, ground: answerGround(state, goal), threshold: 0.875, sentence: 'Solved.' })

it('an answer holds while nothing that it rests on is another', () => {
  expect(holdsStill({ ...state }, answer('payoff'))).toBe(true)
})

it('an answer of one source is not said over the figures of another', () => {
  expect(holdsStill({ ...state, benchSource: 'extract' }, answer('payoff'))).toBe(false)
  expect(holdsStill({ ...state, benchSource: 'extract' }, answer('precision'))).toBe(false)
})

it('an answer of the estimate is not one of measured rows, and checks are none of either', () => {
  const calibrated: AppState = { ...state, goalsOn: 'measured', benchSource: null, extractCurves: {}, loadedModels: state.loadedModels.map((model) => (model.usable && model.kind === 'graph' ? { ...model, threshold: { ...model.threshold, picked_on: { candidates: 100, positives: 5 } } } : model)) }
  const estimated: AppState = { ...calibrated, goalsOn: 'estimate' }
  expect(answerGround(estimated, 'precision')).toMatchObject({ on: 'estimate', rows: state.opened })
  expect(isGroundStill(calibrated, 'precision', answerGround(estimated, 'precision'))).toBe(false)
  expect(isGroundStill(calibrated, 'checks', answerGround(estimated, 'checks'))).toBe(true)
  // Labels tell more: with them goals are solved by what was measured.
  expect(answerGround({ ...estimated, extractCurves: { lgbm: { ...curve } } }, 'precision').on).toBe('measured')
})

it('checks are counted on the extract, whichever rows figures are measured by', () => {
  expect(holdsStill({ ...state, benchSource: 'extract' }, answer('checks'))).toBe(true)
  expect(holdsStill({ ...state, opened: { ...state.opened! } }, answer('checks'))).toBe(false)
})

it('another payoff table ends the answer in money alone', () => {
  const dearer = { ...state, payoff: { ...state.payoff, costOfCheck: 9 } }
  expect(holdsStill(dearer, answer('payoff'))).toBe(false)
  expect(holdsStill(dearer, answer('recall'))).toBe(true)
})

it('another threshold or another model ends every answer', () => {
  expect(holdsStill({ ...state, thresholds: { lgbm: 0.5 } }, answer('recall'))).toBe(false)
  expect(holdsStill({ ...state, model: 'mlp', thresholds: { lgbm: 0.875, mlp: 0.875 } }, answer('checks'))).toBe(false)
})

it('the threshold that an answer moves is not part of its ground', () => {
  expect(isGroundStill({ ...state, thresholds: { lgbm: 0.5 } }, 'recall', answer('recall').ground)).toBe(true)
})
