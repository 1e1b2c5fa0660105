import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../engine/engine'
import { fakeEngine } from '../testing/fake-engine'
import { fakeModel } from '../testing/fake-model'
import { anyExtract, latch, startedStore } from '../testing/started-store'
import { selectCurve } from './bench-selectors'
import { selectUsableModels } from './selectors'

const own = fakeModel('own-lgbm', true)
const refused = { id: 'own-rf', usable: false, fault: { code: 'model-corrupt', sentence: 'It does not fit.', advice: 'Train it again.' } } as const
const files = [{ path: 'own-lgbm/model.json', blob: new Blob(['{}']) }]
const usableIds = (state: Parameters<typeof selectUsableModels>[0]) => selectUsableModels(state).map(({ id }) => id)
const shipped = ['lgbm', 'xgb', 'rf', 'lstm']

describe('a model that is brought', () => {
  it('before any file stands beside the others and is scored with them', async () => {
    const { engine } = fakeEngine()
    const score = vi.fn<Engine['score']>((...given) => engine.score(...given))
    const { state } = await startedStore({ brought: [own] }, { score })
    await state().bringModels(files)
    expect(usableIds(state())).toEqual([...shipped, 'own-lgbm'])
    expect(score).not.toHaveBeenCalled()
    await state().dropFile(anyExtract, 'morning.csv')
    expect(score).toHaveBeenCalledTimes(1)
    expect(score.mock.calls[0]![2]).toBeUndefined()
  })

  it('to a scored extract is scored alone, while the list of the chosen model stands', async () => {
    const { engine } = fakeEngine({ hasLabels: true })
    const score = vi.fn<Engine['score']>((...given) => engine.score(...given))
    const { state } = await startedStore({ brought: [own], hasLabels: true }, { score })
    await state().dropFile(anyExtract, 'labelled.csv')
    const { view, phase } = state()
    await state().bringModels(files)
    expect(score.mock.calls.map((call) => call[2])).toEqual([undefined, ['own-lgbm']])
    expect(state().view).toBe(view)
    expect(state().phase).toEqual(phase)
    expect(selectCurve(state(), 'own-lgbm')?.source).toBe('extract')
    expect(selectCurve(state(), 'lgbm')?.source).toBe('extract')
  })

  it('while the others are being scored has its turn after them', async () => {
    const { engine, release } = fakeEngine({ holdScoring: true })
    const score = vi.fn<Engine['score']>((...given) => engine.score(...given))
    const { state } = await startedStore({ brought: [own] }, { score })
    const done = state().dropFile(anyExtract, 'big.csv')
    await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
    await state().bringModels(files)
    expect(score).toHaveBeenCalledTimes(1)
    const letGo = setInterval(release, 1)
    await done
    clearInterval(letGo)
    expect(score.mock.calls.map((call) => call[2])).toEqual([undefined, ['own-lgbm']])
    expect(state().phase).toMatchObject({ phase: 'ready', scored: { rows: 'all' } })
  })

  it('whose scoring is cancelled leaves the others as they were, and the rest to be scored', async () => {
    const { engine } = fakeEngine()
    const held = fakeEngine({ holdScoring: true })
    const score: Engine['score'] = (onProgress, onLatest, models) => (models ? held : { engine }).engine.score(onProgress, onLatest, models)
    const { state } = await startedStore({ brought: [own] }, { score })
    await state().dropFile(anyExtract, 'morning.csv')
    const { view } = state()
    const bringing = state().bringModels(files)
    await vi.waitFor(() => expect(state().phase).toMatchObject({ phase: 'scoring', latestOf: shipped }))
    state().cancel()
    await bringing
    expect(state().phase).toEqual({ phase: 'ready', scored: { rows: 'latest', of: shipped } })
    expect(state().view).toBe(view)
    expect(usableIds(state())).toContain('own-lgbm')
  })

  it('and refused leaves its reason, which the next files replace', async () => {
    const outcomes = [[refused], [own]]
    const bring = (): ReturnType<Engine['bring']> => ({ done: Promise.resolve({ ok: true, value: outcomes.shift()! }), cancel: () => undefined })
    const { state } = await startedStore({}, { bring })
    await state().bringModels(files)
    expect(state().refusedModels).toEqual([refused])
    expect(usableIds(state())).toEqual(shipped)
    await state().bringModels(files)
    expect(state().refusedModels).toEqual([])
  })

  it('is not brought twice by two clicks', async () => {
    const outcome = latch<Awaited<ReturnType<Engine['bring']>['done']>>()
    const bring = vi.fn<Engine['bring']>(() => ({ done: outcome.given, cancel: () => undefined }))
    const { state } = await startedStore({}, { bring })
    const first = state().bringModels(files)
    await state().bringModels(files)
    expect(state().bringing).toBe(true)
    outcome.give({ ok: true, value: [own] })
    await first
    expect(bring).toHaveBeenCalledTimes(1)
    expect(state().bringing).toBe(false)
  })

  it('stays when another file is taken', async () => {
    const { state } = await startedStore({ brought: [own] })
    await state().bringModels(files)
    state().startOver()
    expect(usableIds(state())).toContain('own-lgbm')
  })
})

describe('a model that is removed', () => {
  it('is gone with its threshold, and the first of the others is looked at', async () => {
    const remove = vi.fn<Engine['remove']>(() => Promise.resolve())
    const { state } = await startedStore({ brought: [own] }, { remove })
    await state().dropFile(anyExtract, 'morning.csv')
    await state().bringModels(files)
    state().chooseModel('own-lgbm')
    state().setThreshold('own-lgbm', 0.3)
    await state().removeModel('own-lgbm')
    expect(remove).toHaveBeenCalledWith('own-lgbm')
    expect(usableIds(state())).toEqual(shipped)
    expect(state().model).toBe('lgbm')
    expect(state().thresholds).toEqual({})
    await vi.waitFor(() => expect(state().view?.query.model).toBe('lgbm'))
  })

  it('and brought again is scored again', async () => {
    const { engine } = fakeEngine()
    const score = vi.fn<Engine['score']>((...given) => engine.score(...given))
    const { state } = await startedStore({ brought: [own] }, { score })
    await state().dropFile(anyExtract, 'morning.csv')
    await state().bringModels(files)
    await state().removeModel('own-lgbm')
    await state().bringModels(files)
    expect(score.mock.calls.map((call) => call[2])).toEqual([undefined, ['own-lgbm'], ['own-lgbm']])
  })

  it('is never one that ships with the app', async () => {
    const remove = vi.fn<Engine['remove']>(() => Promise.resolve())
    const { state } = await startedStore({}, { remove })
    await state().removeModel('lgbm')
    expect(remove).not.toHaveBeenCalled()
    expect(usableIds(state())).toEqual(shipped)
  })
})
