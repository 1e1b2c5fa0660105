import { expect, it } from 'vitest'
import type { Finding } from '../domain/findings/finding'
import type { LoadedModel } from '../engine/engine'
import { fakeModel } from '../testing/fake-model'
import { checkedAtThreshold, selectCalibrationShare, selectFeatureReference } from './estimates-selectors'

const quantiles = { DailyBOH: { deciles: [1, 2, 3], missing: 0 } }

function taught(id: string): LoadedModel {
  const model = fakeModel(id)
  if (!model.usable || model.kind !== 'graph') throw new Error('The fake model is a graph.')
  return { ...model, threshold: { ...model.threshold, picked_on: { candidates: 100, positives: 5 } }, manifest: { ...model.manifest, feature_quantiles: quantiles } }
}

const combined: LoadedModel = {
  id: 'combined',
  name: 'All',
  usable: true,
  kind: 'combination',
  formula: { format_version: 1, id: 'combined', name: 'All', models: ['xgb'], probability_limit: 0.0001, slope: 1, offset: 0, precision_floor_threshold: 0.7, precision_floor: 0.9, offered: true },
  threshold: { precision_floor_threshold: 0.7, precision_floor: 0.9 },
}

it('a combination rests on what its models say of their training', () => {
  const state = { loadedModels: [fakeModel('lgbm'), taught('xgb'), combined] }
  expect(selectCalibrationShare(state, 'xgb')).toBe(0.05)
  expect(selectCalibrationShare(state, 'combined')).toBe(0.05)
  expect(selectFeatureReference(state, 'combined')).toBe(quantiles)
})

it('a model that does not say is not guessed at', () => {
  const state = { loadedModels: [fakeModel('lgbm')] }
  expect(selectCalibrationShare(state, 'lgbm')).toBeNull()
  expect(selectFeatureReference(state, 'lgbm')).toBeNull()
  expect(selectCalibrationShare(state, 'gone')).toBeNull()
})

it('counts checks of this model at or above the threshold, whatever threshold was in use then', () => {
  const finding = (probability: number, model: string, outcome: Finding['outcome'], alerted: boolean): Finding => ({
    set: 'own', store: '1', sku: '2', day: 20_000, outcome, itemName: null, onHand: null, counted: null, note: '', enteredAt: 0, promise: { model, probability, alerted },
  })
  const findings = [
    finding(0.9, 'lgbm', 'not-found', true),
    finding(0.6, 'lgbm', 'on-shelf', false),
    finding(0.3, 'lgbm', 'not-found', false),
    finding(0.95, 'xgb', 'not-found', true),
    finding(0.8, 'lgbm', 'not-ranged', true),
  ]
  expect(checkedAtThreshold(findings, 'lgbm', 0.6)).toMatchObject({ checked: 2, real: 1, undecided: 1 })
  expect(checkedAtThreshold(findings, 'lgbm', 0.7)).toMatchObject({ checked: 1, real: 1 })
})
