import { expect, test } from 'vitest'
import { gatherRows } from './gather-rows'
import { matchFeatures } from './match-features'

test('features are found by name, in the order of the graph', () => {
  expect(matchFeatures('lgbm', ['c', 'a'], ['a', 'b', 'c'])).toEqual({ ok: true, value: Int32Array.of(2, 0) })
})

test('a feature that is not computed refuses the model and is named', () => {
  const matched = matchFeatures('mine', ['a', 'moon_phase'], ['a'])
  expect(matched).toMatchObject({ ok: false, fault: { code: 'model-unknown-feature' } })
  expect(matched.ok ? '' : matched.fault.sentence).toContain('"moon_phase"')
})

test('a batch holds the chosen rows and columns in the chosen order', () => {
  const out = new Float32Array(4)
  gatherRows(Float32Array.of(0, 1, 2, 10, 11, 12, 20, 21, 22), 3, Int32Array.of(2, 0), Int32Array.of(0, 2, 1), 1, 3, out)
  expect([...out]).toEqual([22, 20, 12, 10])
})
