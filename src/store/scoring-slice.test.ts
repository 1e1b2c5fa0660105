import { describe, expect, it, vi } from 'vitest'
import { EngineStopped } from '../engine/engine'
import { fakeEngine } from '../testing/fake-engine'
import { anyExtract, died, startedStore } from '../testing/started-store'
import { selectCurve } from './bench-selectors'
import { selectAlertCount, selectHasResults, selectThreshold } from './selectors'

/** A store in which the trees have scored the latest day, and the LSTM has not; `done` once all is scored. */
async function treesAreDone() {
  const { state, release } = await startedStore({ holdScoring: true, latestOf: ['lgbm', 'xgb', 'rf'] })
  const done = state().dropFile(anyExtract, 'big.csv')
  await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
  release()
  await vi.waitFor(() => expect(state().view).not.toBeNull())
  return { state, release, done }
}

describe('while the history is scored', () => {
  it('the latest day stands already, and cancel keeps it', async () => {
    const { state, release } = await startedStore({ holdScoring: true })
    const done = state().dropFile(anyExtract, 'big.csv')
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    expect(selectHasResults(state())).toBe(false)
    release()
    await vi.waitFor(() => expect(state().view).not.toBeNull())
    expect(selectHasResults(state())).toBe(true)
    state().cancel()
    await done
    expect(state().phase).toEqual({ phase: 'ready', scored: { rows: 'latest', of: ['lgbm', 'xgb', 'rf', 'lstm'] } })
    expect(selectAlertCount(state())).toBeGreaterThan(0)
  })

  it('a model that has not scored the latest day yet shows nothing of another one', async () => {
    const { state, release, done } = await treesAreDone()
    state().chooseModel('lstm')
    expect(selectHasResults(state())).toBe(false)
    expect(state().view).toBeNull()
    state().chooseModel('xgb')
    await vi.waitFor(() => expect(state().view?.query.model).toBe('xgb'))
    state().chooseModel('lstm')
    release()
    await done
    expect(state().view?.query.model).toBe('lstm')
  })

  it('cancel keeps what has scored the latest day, and says nothing of what has not', async () => {
    const { state, done } = await treesAreDone()
    state().cancel()
    await done
    expect(state().phase).toEqual({ phase: 'ready', scored: { rows: 'latest', of: ['lgbm', 'xgb', 'rf'] } })
    expect(selectHasResults(state())).toBe(true)
    state().chooseModel('lstm')
    expect(selectHasResults(state())).toBe(false)
    expect(state().view).toBeNull()
  })

  it('a new file overtakes the old one, whose answers are dropped', async () => {
    const { state } = await startedStore({ holdScoring: true })
    const first = state().dropFile(anyExtract, 'first.csv')
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    const second = state().dropFile(anyExtract, 'second.csv')
    await first
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    expect(state().file?.name).toBe('second.csv')
    state().startOver()
    await second
    expect(state().phase.phase).toBe('empty')
    expect(state().opened).toBeNull()
  })
})

describe('an extract that is lost with its worker', () => {
  it.each(['worker-died', 'no-extract'] as const)('is said to be (%s), and trying again reads it', async (code) => {
    let dead = false
    const sound = fakeEngine().engine
    const { state } = await startedStore({}, { rows: (rows) => (dead ? Promise.reject(new EngineStopped({ ...died, code })) : sound.rows(rows)) })
    await state().dropFile(anyExtract, 'morning.csv')
    state().setThreshold('lgbm', 0.4)
    dead = true
    await expect(state().rows(Uint32Array.of(1))).rejects.toThrow()
    expect(state().phase).toMatchObject({ phase: 'failed', fault: { code: 'worker-died' } })
    dead = false
    await state().applyMapping()
    expect(state().phase.phase).toBe('ready')
    expect(selectThreshold(state(), 'lgbm')).toBe(0.4)
  })

  it('is noticed by a download too', async () => {
    const { state } = await startedStore({}, { predictions: () => ({ done: Promise.resolve({ ok: false, fault: died }), cancel: () => undefined }) })
    await state().dropFile(anyExtract, 'morning.csv')
    await state().downloadPredictions()
    expect(state().phase).toEqual({ phase: 'failed', fault: died })
  })
})

describe('curves', () => {
  it('come from the extract where it has labels', async () => {
    const { state } = await startedStore({ hasLabels: true })
    await state().dropFile(anyExtract, 'labelled.csv')
    expect(selectCurve(state(), 'lgbm')?.source).toBe('extract')
  })

  it('come from the test worlds where it has none, and before any file', async () => {
    const { state } = await startedStore()
    expect(selectCurve(state(), 'lgbm')?.source).toBe('test-worlds')
    await state().dropFile(anyExtract, 'plain.csv')
    expect(selectCurve(state(), 'lgbm')?.source).toBe('test-worlds')
  })
})
