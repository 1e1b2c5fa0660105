import { expect, test } from 'vitest'
import { toyManifest } from '../../testing/toy-models'
import { readManifest, readThreshold } from './read-model-files'

test('a manifest of this version is read as it is written', () => {
  expect(readManifest('lgbm', JSON.stringify(toyManifest('lgbm')))).toEqual({ ok: true, value: toyManifest('lgbm') })
})

test('a manifest of another format version is refused, and the place is named', () => {
  const read = readManifest('lgbm', JSON.stringify({ ...toyManifest('lgbm'), format_version: 2 }))
  expect(read).toMatchObject({ ok: false, fault: { code: 'model-corrupt' } })
  expect(read.ok ? '' : read.fault.sentence).toContain('format_version')
})

test('text that is not JSON is refused with the file named', () => {
  const read = readThreshold('rf', '<!doctype html>')
  expect(read.ok ? '' : read.fault.sentence).toBe('The model "rf" cannot be used: threshold.json is not readable JSON.')
})

test('a threshold beyond 0 to 1 is refused; notes beside it are kept', () => {
  expect(readThreshold('rf', '{"precision_floor_threshold": 7, "precision_floor": 0.9}').ok).toBe(false)
  expect(readThreshold('rf', '{"precision_floor_threshold": 0.7, "precision_floor": 0.9, "note": "x"}')).toEqual({
    ok: true,
    value: { precision_floor_threshold: 0.7, precision_floor: 0.9, note: 'x' },
  })
})
