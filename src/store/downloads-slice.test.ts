import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../engine/engine'
import { fakeEngine } from '../testing/fake-engine'
import { anyExtract, died, startedStore } from '../testing/started-store'

describe('downloads', () => {
  it('are the predictions by the chosen model at its threshold', async () => {
    const predictions = vi.fn<Engine['predictions']>((...given) => fakeEngine().engine.predictions(...given))
    const { state, saved } = await startedStore({}, { predictions })
    await state().dropFile(anyExtract, 'morning.csv')
    state().chooseModel('rf')
    state().setThreshold('rf', 0.25)
    await state().downloadPredictions()
    expect(predictions.mock.calls[0]![0]).toEqual({ model: 'rf', threshold: 0.25, segments: null })
    expect(saved.map(({ name }) => name)).toEqual(['phantom_predictions.csv'])
    expect(state().downloadFraction).toBeNull()
  })

  it('that fail leave a notice and the extract as it was', async () => {
    const { state } = await startedStore({}, { predictions: () => ({ done: Promise.resolve({ ok: false, fault: { ...died, code: 'unexpected', sentence: 'disk full' } }), cancel: () => undefined }) })
    await state().dropFile(anyExtract, 'morning.csv')
    await state().downloadPredictions()
    expect(state().notice?.sentence).toContain('disk full')
    expect(state().phase.phase).toBe('ready')
  })
})
