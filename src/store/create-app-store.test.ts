import { describe, expect, it, vi } from 'vitest'
import { EngineStopped } from '../engine/engine'
import type { Engine, EngineFault, Job } from '../engine/engine'
import { fakeEngine, fakeProposal, fakeRows } from '../testing/fake-engine'
import type { FakeWishes } from '../testing/fake-engine'
import { createAppStore } from './create-app-store'
import { countAgreeing, selectAlertCount, selectAlertTotals, selectCurve, selectHasResults, selectThreshold } from './selectors'

const extract = new Blob(['date,sku\n'])

async function started(wishes: FakeWishes = {}, change: Partial<Engine> = {}) {
  const { engine, release } = fakeEngine(wishes)
  const saved: { readonly name: string; readonly file: Blob }[] = []
  const store = createAppStore(
    { ...engine, ...change },
    {
      prepare: () => Promise.resolve(),
      fetchDemo: () => Promise.resolve(extract),
      saveFile: (file, name) => saved.push({ name, file }),
    },
  )
  await store.getState().start()
  return { store, release, saved, state: () => store.getState() }
}

const died: EngineFault = { code: 'worker-died', sentence: 'It stopped.', advice: 'Try again.' }

/** A promise that a test settles when it likes. */
function latch<Value>(): { readonly given: Promise<Value>; readonly give: (value: Value) => void } {
  let give: (value: Value) => void = () => undefined
  const given = new Promise<Value>((resolve) => (give = resolve))
  return { given, give: (value) => give(value) }
}

const question = {
  id: 'date-order',
  text: 'Which is it?',
  options: [
    { label: 'day first', change: { dateOrder: 'dmy' } },
    { label: 'month first', change: { dateOrder: 'mdy' } },
  ],
} as const

describe('a file', () => {
  it('with a certain mapping is read and scored with no click', async () => {
    const { state } = await started()
    await state().dropFile(extract, 'morning.csv')
    expect(state().phase.phase).toBe('ready')
    expect(selectAlertCount(state())).toBeGreaterThan(0)
  })

  it('with an open question waits for the answer and is read under it', async () => {
    const open = vi.fn<Engine['open']>((...given) => fakeEngine().engine.open(...given))
    const { state } = await started({ proposal: { questions: [question] } }, { open })
    await state().dropFile(extract, 'slashes.csv')
    expect(state().phase.phase).toBe('mapping')
    expect(open).not.toHaveBeenCalled()
    state().answerQuestion('date-order', 1)
    await state().applyMapping()
    expect(open.mock.calls[0]![2].dateOrder).toBe('mdy')
    expect(state().phase.phase).toBe('ready')
  })

  it('with an unsure match is shown before it is read', async () => {
    const matches = fakeProposal.matches.map((match, i) => (i === 3 ? { ...match, confidence: 0.6 } : match))
    const { state } = await started({ proposal: { matches } })
    await state().dropFile(extract, 'unsure.csv')
    expect(state().phase.phase).toBe('mapping')
  })

  it('dropped before the models are here waits, and is then taken', async () => {
    const { engine } = fakeEngine()
    let ready: () => void = () => undefined
    const store = createAppStore(engine, {
      prepare: () => new Promise((resolve) => (ready = resolve)),
      fetchDemo: () => Promise.resolve(extract),
      saveFile: () => undefined,
    })
    const starting = store.getState().start()
    await store.getState().dropFile(extract, 'early.csv')
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
    const { state } = await started({}, { open: (...given) => (faulty ? fakeEngine({ openFault: fault }).engine.open(...given) : sound.open(...given)) })
    await state().dropFile(extract, 'bad.csv')
    expect(state().phase).toEqual({ phase: 'failed', fault })
    faulty = false
    await state().dropFile(extract, 'good.csv')
    expect(state().phase.phase).toBe('ready')
  })

  it('is refused in words where no model could be loaded', async () => {
    const fault = { code: 'model-missing', sentence: 'lgbm is not there.', advice: 'Put it back.' } as const
    const { state } = await started({}, { load: () => Promise.resolve([{ id: 'lgbm', usable: false, fault }]) })
    await state().dropFile(extract, 'morning.csv')
    expect(state().phase).toEqual({ phase: 'failed', fault })
  })
})

describe('the demo', () => {
  const surroundings = { prepare: () => Promise.resolve(), saveFile: () => undefined }

  it('is read and scored with one click', async () => {
    const { state } = await started()
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
    arrive(extract)
    await trying
    expect(store.getState().phase.phase).toBe('empty')
  })
})

describe('while the history is scored', () => {
  it('the latest day stands already, and cancel keeps it', async () => {
    const { state, release } = await started({ holdScoring: true })
    const done = state().dropFile(extract, 'big.csv')
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    expect(selectHasResults(state())).toBe(false)
    release()
    await vi.waitFor(() => expect(state().view).not.toBeNull())
    expect(selectHasResults(state())).toBe(true)
    state().cancel()
    await done
    expect(state().phase).toEqual({ phase: 'ready', scored: { rows: 'latest' } })
    expect(selectAlertCount(state())).toBeGreaterThan(0)
  })

  it('a new file overtakes the old one, whose answers are dropped', async () => {
    const { state } = await started({ holdScoring: true })
    const first = state().dropFile(extract, 'first.csv')
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    const second = state().dropFile(extract, 'second.csv')
    await first
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    expect(state().file?.name).toBe('second.csv')
    state().startOver()
    await second
    expect(state().phase.phase).toBe('empty')
    expect(state().opened).toBeNull()
  })
})

describe('another file', () => {
  it('dropped while the curves of the first are made is not thrown out by them', async () => {
    const curve = latch<null>()
    const asked = vi.fn<Engine['curve']>(() => curve.given)
    const propose = latch<never>()
    const sound = fakeEngine({ hasLabels: true }).engine
    let hold = false
    const { state } = await started({ hasLabels: true }, { curve: asked, propose: (file) => (hold ? { done: propose.given, cancel: () => undefined } : sound.propose(file)) })
    const first = state().dropFile(extract, 'first.csv')
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    hold = true
    void state().dropFile(extract, 'second.csv')
    curve.give(null)
    await first
    expect(state().phase.phase).toBe('proposing')
    expect(state().file?.name).toBe('second.csv')
  })

  it('stops the download of the first, whose predictions are not saved', async () => {
    const cancel = vi.fn()
    const writing = latch<Awaited<Job<Blob>['done']>>()
    const { state, saved } = await started({}, { predictions: () => ({ done: writing.given, cancel }) })
    await state().dropFile(extract, 'first.csv')
    const download = state().downloadPredictions()
    await state().dropFile(extract, 'second.csv')
    expect(cancel).toHaveBeenCalled()
    expect(state().downloadFraction).toBeNull()
    writing.give({ ok: true, value: extract })
    await download
    expect(saved).toEqual([])
  })

  it('is the demo: the name of the former leaves the screen at once', async () => {
    const demo = latch<Blob>()
    const { engine } = fakeEngine()
    const store = createAppStore(engine, { prepare: () => Promise.resolve(), fetchDemo: () => demo.given, saveFile: () => undefined })
    await store.getState().start()
    await store.getState().dropFile(extract, 'former.csv')
    const trying = store.getState().tryDemo()
    expect(store.getState().file).toBeNull()
    expect(store.getState().opened).toBeNull()
    demo.give(extract)
    await trying
    expect(store.getState().file?.name).toBe('demo-extract.csv')
  })
})

describe('a view', () => {
  it('is not asked for before there are scores, which would show no alerts at all', async () => {
    const view = vi.fn<Engine['view']>((...given) => fakeEngine().engine.view(...given))
    const { state, release } = await started({ holdScoring: true }, { view })
    const done = state().dropFile(extract, 'big.csv')
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    state().chooseModel('xgb')
    state().setFilter({ search: 'oat' })
    expect(view).not.toHaveBeenCalled()
    release()
    await vi.waitFor(() => expect(state().view?.query).toMatchObject({ model: 'xgb', search: 'oat' }))
    release()
    await done
  })

  it('of scores that were dropped for new ones does not stay', async () => {
    const { state, release } = await started({ holdScoring: true })
    const done = state().dropFile(extract, 'big.csv')
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    release()
    await vi.waitFor(() => expect(state().view).not.toBeNull())
    state().cancel()
    await done
    const again = state().scoreRest()
    expect(state().view).toBeNull()
    state().cancel()
    await again
    expect(state().phase).toEqual({ phase: 'ready', scored: { rows: 'none' } })
    expect(state().view).toBeNull()
  })
})

describe('an extract that is lost with its worker', () => {
  it.each(['worker-died', 'no-extract'] as const)('is said to be (%s), and trying again reads it', async (code) => {
    let dead = false
    const sound = fakeEngine().engine
    const { state } = await started({}, { rows: (rows) => (dead ? Promise.reject(new EngineStopped({ ...died, code })) : sound.rows(rows)) })
    await state().dropFile(extract, 'morning.csv')
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
    const { state } = await started({}, { predictions: () => ({ done: Promise.resolve({ ok: false, fault: died }), cancel: () => undefined }) })
    await state().dropFile(extract, 'morning.csv')
    await state().downloadPredictions()
    expect(state().phase).toEqual({ phase: 'failed', fault: died })
  })
})

it('an app of which a part cannot be fetched says so instead of waiting for ever', async () => {
  const store = createAppStore(fakeEngine().engine, {
    prepare: () => Promise.reject(new Error('thresholds-screen.js is gone')),
    fetchDemo: () => Promise.resolve(extract),
    saveFile: () => undefined,
  })
  await store.getState().start()
  expect(store.getState().phase).toMatchObject({ phase: 'failed', fault: { sentence: expect.stringContaining('thresholds-screen.js') as string } })
})

describe('the threshold', () => {
  it('is the shipped one until the user sets another, and is kept by model', async () => {
    const { state } = await started()
    expect(selectThreshold(state(), 'lgbm')).toBe(0.7)
    state().setThreshold('lgbm', 0.4)
    expect(selectThreshold(state(), 'lgbm')).toBe(0.4)
    expect(selectThreshold(state(), 'xgb')).toBe(0.7)
    state().setThreshold('lgbm', null)
    expect(selectThreshold(state(), 'lgbm')).toBe(0.7)
  })

  it('moves the alerts without a question to the engine', async () => {
    const view = vi.fn<Engine['view']>((...given) => fakeEngine().engine.view(...given))
    const { state } = await started({}, { view })
    await state().dropFile(extract, 'morning.csv')
    const asked = view.mock.calls.length
    const before = selectAlertCount(state())
    state().setThreshold('lgbm', 0)
    expect(selectAlertCount(state())).toBe(fakeRows)
    state().setThreshold('lgbm', 1)
    expect(selectAlertCount(state())).toBeLessThan(before)
    expect(view.mock.calls.length).toBe(asked)
  })

  it('decides how many models agree, each at its own', async () => {
    const { state } = await started()
    const probabilities = { lgbm: 0.9, xgb: 0.5, rf: NaN }
    expect(countAgreeing(state(), probabilities)).toEqual({ agreeing: 1, of: 2 })
    state().setThreshold('xgb', 0.5)
    expect(countAgreeing(state(), probabilities)).toEqual({ agreeing: 2, of: 2 })
  })
})

describe('what the list shows', () => {
  it('is the last of several wishes in a row', async () => {
    const { state } = await started()
    await state().dropFile(extract, 'morning.csv')
    for (const search of ['r', 'ra', 'raz', 'razor']) state().setFilter({ search })
    await vi.waitFor(() => expect(state().view?.query.search).toBe('razor'))
    const rows = await state().rows(state().view!.view.rows)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ itemName }) => itemName?.startsWith('Razor'))).toBe(true)
  })

  it('sums units over one day, and over all days says nothing', async () => {
    const { state } = await started()
    await state().dropFile(extract, 'morning.csv')
    expect(selectAlertTotals(state())?.missedUnits).toBeGreaterThan(0)
    state().setFilter({ scope: { kind: 'all' } })
    await vi.waitFor(() => expect(state().view?.query.scope.kind).toBe('all'))
    expect(selectAlertTotals(state())).toBeNull()
  })

  it('starts anew with another file: no filter of the former is left', async () => {
    const { state } = await started()
    await state().dropFile(extract, 'one.csv')
    state().setFilter({ store: '002', search: 'oat' })
    await state().dropFile(extract, 'two.csv')
    expect(state().filter.store).toBeNull()
    expect(state().filter.search).toBe('')
  })
})

describe('curves', () => {
  it('come from the extract where it has labels', async () => {
    const { state } = await started({ hasLabels: true })
    await state().dropFile(extract, 'labelled.csv')
    expect(selectCurve(state(), 'lgbm')?.source).toBe('extract')
  })

  it('come from the test worlds where it has none, and before any file', async () => {
    const { state } = await started()
    expect(selectCurve(state(), 'lgbm')?.source).toBe('test-worlds')
    await state().dropFile(extract, 'plain.csv')
    expect(selectCurve(state(), 'lgbm')?.source).toBe('test-worlds')
  })
})

describe('the mapping of an open extract', () => {
  it('can be changed and read again, or left as it was', async () => {
    const { state } = await started({ proposal: { questions: [question] } })
    await state().dropFile(extract, 'morning.csv')
    await state().applyMapping()
    const before = state().mapping!
    state().editMapping()
    state().changeMapping({ ...before, dateOrder: 'mdy' })
    state().answerQuestion('date-order', 1)
    state().keepMapping()
    expect(state().mapping).toBe(before)
    expect(state().answers).toEqual({})
    expect(state().phase.phase).toBe('ready')
    state().editMapping()
    state().changeMapping({ ...before, dateOrder: 'mdy' })
    await state().applyMapping()
    expect(state().mapping?.dateOrder).toBe('mdy')
    expect(state().phase.phase).toBe('ready')
  })
})

describe('downloads', () => {
  it('are the predictions by the chosen model at its threshold', async () => {
    const predictions = vi.fn<Engine['predictions']>((...given) => fakeEngine().engine.predictions(...given))
    const { state, saved } = await started({}, { predictions })
    await state().dropFile(extract, 'morning.csv')
    state().chooseModel('rf')
    state().setThreshold('rf', 0.25)
    await state().downloadPredictions()
    expect(predictions.mock.calls[0]![0]).toEqual({ model: 'rf', threshold: 0.25 })
    expect(saved.map(({ name }) => name)).toEqual(['phantom_predictions.csv'])
    expect(state().downloadFraction).toBeNull()
  })

  it('that fail leave a notice and the extract as it was', async () => {
    const { state } = await started({}, { predictions: () => ({ done: Promise.resolve({ ok: false, fault: { ...died, code: 'unexpected', sentence: 'disk full' } }), cancel: () => undefined }) })
    await state().dropFile(extract, 'morning.csv')
    await state().downloadPredictions()
    expect(state().notice?.sentence).toContain('disk full')
    expect(state().phase.phase).toBe('ready')
  })
})
