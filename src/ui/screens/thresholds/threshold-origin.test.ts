import { expect, it } from 'vitest'
import { pipelineThreshold } from '../../../domain/pipelines/pipeline-spec'
import type { ThresholdFile } from '../../../domain/scoring/model-manifest'
import type { UsableModel } from '../../../store/selectors'
import { fakeModel } from '../../../testing/fake-model'
import { thresholdOrigin } from './threshold-origin'

function origin(kind: 'shipped' | 'own' | 'pipeline', threshold: Partial<ThresholdFile> = {}) {
  const graph = fakeModel('x', kind === 'own') as UsableModel
  const model = kind === 'pipeline' ? { ...graph, kind, own: true, pipeline: { id: 'x', name: 'x', inputs: [], output: 'p', graph: { sha256: '', bytes: 0 } }, card: '' } as const : graph
  return thresholdOrigin({ ...model, threshold: { ...model.threshold, ...threshold } })
}
const picked = { worlds: 1, candidates: 100, positives: 5, precision: 0.2766, recall: 0.3 }

it('a threshold that kept its promise says so, of worlds or of own data', () => {
  expect(origin('shipped', { floor_reached: true, picked_on: { ...picked, precision: 0.9 } })).toEqual({ name: 'Shipped threshold', words: 'most recall at a precision of 0.90 on simulated worlds kept for choosing it' })
  expect(origin('own')).toEqual({ name: 'Its own threshold', words: 'most recall at a precision of 0.90 on rows of its own data kept for choosing it' })
})

it('one that was set in the app for something else says what for, and never that it missed a precision', () => {
  const cost = { goal: 'lowest-cost', cost_of_check: 2, find_is_worth: { by: 'find', amount: 15 }, share_recovered: 0.5, cost_of_miss: 0, solved_on: 'extract' }
  expect(origin('own', { precision_floor: 0, picked_for: cost }).words).toBe('picked for lowest cost, with a check at 2.00')
  expect(origin('own', { precision_floor: 0, picked_for: { goal: 'checks', a_store_and_day: 20, held: 'average' } }).words).toBe('picked for at most 20 checks a store and day')
  expect(origin('own', { precision_floor: 0, picked_for: { goal: 'unknown' } }).words).toContain('set by hand')
  expect(origin('own', { precision_floor: 0, picked_for: { goal: 'fewest steps' } }).words).toContain('does not know')
  expect(origin('own', { picked_for: { goal: 'precision', at_least: 0.9, held_by: 'estimate', solved_on: 'extract' } }).words).toContain('most recall at a precision of 0.90')
})

it('one that reached no such precision says which it reached', () => {
  expect(origin('own', { floor_reached: false, picked_on: picked }).words).toBe('a precision of 0.90 was not to be had on the rows of its own data kept for choosing it; the best there was 0.28')
})

it('of a pipeline it is known whether one came with it, and no more', () => {
  expect(origin('pipeline', pipelineThreshold).words).toContain('none came with the pipeline')
  expect(origin('pipeline', { note: undefined }).words).toContain('it came with the pipeline')
})
