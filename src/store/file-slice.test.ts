import { describe, expect, it, vi } from 'vitest'
import type { Engine, Job } from '../engine/engine'
import { fakeEngine } from '../testing/fake-engine'
import { fakeProposal } from '../testing/fake-extract'
import { anyExtract, dateOrderQuestion, latch, startedStore } from '../testing/started-store'
import { createAppStore } from './create-app-store'
import { selectAlertCount } from './selectors'

describe('a file', () => {
  it('with a certain mapping is read and scored with no click', async () => {
    const { state } = await startedStore()
    await state().dropFile(anyExtract, 'morning.csv')
    expect(state().phase.phase).toBe('ready')
    expect(selectAlertCount(state())).toBeGreaterThan(0)
  })

  it('with an open question waits for the answer and is read under it', async () => {
    const open = vi.fn<Engine['open']>((...given) => fakeEngine().engine.open(...given))
    const { state } = await startedStore({ proposal: { questions: [dateOrderQuestion] } }, { open })
    await state().dropFile(anyExtract, 'slashes.csv')
    expect(state().phase.phase).toBe('mapping')
    expect(open).not.toHaveBeenCalled()
    state().answerQuestion('date-order', 1)
    await state().applyMapping()
    expect(open.mock.calls[0]![2].dateOrder).toBe('mdy')
    expect(state().phase.phase).toBe('ready')
  })

  it('with an unsure match is shown before it is read', async () => {
    const matches = fakeProposal.matches.map((match, i) => (i === 3 ? { ...match, confidence: 0.6 } : match))
    const { state } = await startedStore({ proposal: { matches } })
    await state().dropFile(anyExtract, 'unsure.csv')
    expect(state().phase.phase).toBe('mapping')
  })

  it('dropped before the models are here waits, and is then taken', async () => {
    const { engine } = fakeEngine()
    let ready: () => void = () => undefined
    const store = createAppStore(engine, {
      prepare: () => new Promise((resolve) => (ready = resolve)),
      fetchDemo: () => Promise.resolve(anyExtract),
      saveFile: () => undefined,
    })
    const starting = store.getState().start()
    await store.getState().dropFile(anyExtract, 'early.csv')
    expect(store.getState().phase.phase).toBe('loading-models')
    ready()
    await starting
    expect(store.getState().phase.phase).toBe('ready')
    expect(store.getState().file?.name).toBe('early.csv')
  })

  it('that cannot be scored says why, and the next one is taken', async () => {
    const fault = { code: 'no-stock', sentence: 'No stock.', advice: 'Add it.' } as const
    let faulty = true
    const sound = fakeEngine().engine
    const { state } = await startedStore({}, { open: (...given) => (faulty ? fakeEngine({ openFault: fault }).engine.open(...given) : sound.open(...given)) })
    await state().dropFile(anyExtract, 'bad.csv')
    expect(state().phase).toEqual({ phase: 'failed', fault })
    faulty = false
    await state().dropFile(anyExtract, 'good.csv')
    expect(state().phase.phase).toBe('ready')
  })

  it('is refused in words where no model could be loaded', async () => {
    const fault = { code: 'model-missing', sentence: 'lgbm is not there.', advice: 'Put it back.' } as const
    const { state } = await startedStore({}, { load: () => Promise.resolve([{ id: 'lgbm', usable: false, fault }]) })
    await state().dropFile(anyExtract, 'morning.csv')
    expect(state().phase).toEqual({ phase: 'failed', fault })
  })
})

describe('the demo', () => {
  const surroundings = { prepare: () => Promise.resolve(), saveFile: () => undefined }

  it('is read and scored with one click', async () => {
    const { state } = await startedStore()
    await state().tryDemo()
    expect(state().phase.phase).toBe('ready')
    expect(state().file?.isDemo).toBe(true)
  })

  it('that cannot be fetched leaves a notice on the start screen', async () => {
    const store = createAppStore(fakeEngine().engine, { ...surroundings, fetchDemo: () => Promise.reject(new Error('not there')) })
    await store.getState().start()
    await store.getState().tryDemo()
    expect(store.getState().phase.phase).toBe('empty')
    expect(store.getState().notice?.sentence).toContain('not there')
  })

  it('can be cancelled while it is fetched', async () => {
    let arrive: (blob: Blob) => void = () => undefined
    const store = createAppStore(fakeEngine().engine, { ...surroundings, fetchDemo: () => new Promise((resolve) => (arrive = resolve)) })
    await store.getState().start()
    const trying = store.getState().tryDemo()
    store.getState().cancel()
    arrive(anyExtract)
    await trying
    expect(store.getState().phase.phase).toBe('empty')
  })
})

describe('another file', () => {
  it('dropped while the curves of the first are made is not thrown out by them', async () => {
    const curve = latch<null>()
    const asked = vi.fn<Engine['curve']>()
    const propose = latch<never>()
    const sound = fakeEngine({ hasLabels: true }).engine
    let hold = false
    const { state } = await startedStore({ hasLabels: true }, {
      curve: (source, model) => {
        if (source !== 'extract') return sound.curve(source, model)
        void asked(source, model)
        return curve.given
      },
      propose: (file) => (hold ? { done: propose.given, cancel: () => undefined } : sound.propose(file)),
    })
    const first = state().dropFile(anyExtract, 'first.csv')
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    hold = true
    void state().dropFile(anyExtract, 'second.csv')
    curve.give(null)
    await first
    expect(state().phase.phase).toBe('proposing')
    expect(state().file?.name).toBe('second.csv')
  })

  it('stops the download of the first, whose predictions are not saved', async () => {
    const cancel = vi.fn()
    const writing = latch<Awaited<Job<Blob>['done']>>()
    const { state, saved } = await startedStore({}, { predictions: () => ({ done: writing.given, cancel }) })
    await state().dropFile(anyExtract, 'first.csv')
    const download = state().downloadPredictions()
    await state().dropFile(anyExtract, 'second.csv')
    expect(cancel).toHaveBeenCalled()
    expect(state().downloadFraction).toBeNull()
    writing.give({ ok: true, value: anyExtract })
    await download
    expect(saved).toEqual([])
  })

  it('is the demo: the name of the former leaves the screen at once', async () => {
    const demo = latch<Blob>()
    const { engine } = fakeEngine()
    const store = createAppStore(engine, { prepare: () => Promise.resolve(), fetchDemo: () => demo.given, saveFile: () => undefined })
    await store.getState().start()
    await store.getState().dropFile(anyExtract, 'former.csv')
    const trying = store.getState().tryDemo()
    expect(store.getState().file).toBeNull()
    expect(store.getState().opened).toBeNull()
    demo.give(anyExtract)
    await trying
    expect(store.getState().file?.name).toBe('demo-extract.csv')
  })
})
