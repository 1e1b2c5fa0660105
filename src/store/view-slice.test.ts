import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../engine/engine'
import { fakeEngine } from '../testing/fake-engine'
import { fakeRow, fakeRows } from '../testing/fake-rows'
import { anyExtract, startedStore } from '../testing/started-store'
import { countAgreeing, selectAlertCount, selectAlertTotals, selectThreshold } from './selectors'

describe('a view', () => {
  it('is not asked for before there are scores, which would show no alerts at all', async () => {
    const view = vi.fn<Engine['view']>((...given) => fakeEngine().engine.view(...given))
    const { state, release } = await startedStore({ holdScoring: true }, { view })
    const done = state().dropFile(anyExtract, 'big.csv')
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
    const { state, release } = await startedStore({ holdScoring: true })
    const done = state().dropFile(anyExtract, 'big.csv')
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

describe('the threshold', () => {
  it('is the shipped one until the user sets another, and is kept by model', async () => {
    const { state } = await startedStore()
    expect(selectThreshold(state(), 'lgbm')).toBe(0.7)
    state().setThreshold('lgbm', 0.4)
    expect(selectThreshold(state(), 'lgbm')).toBe(0.4)
    expect(selectThreshold(state(), 'xgb')).toBe(0.7)
    state().setThreshold('lgbm', null)
    expect(selectThreshold(state(), 'lgbm')).toBe(0.7)
  })

  it('moves the alerts without a question to the engine', async () => {
    const view = vi.fn<Engine['view']>((...given) => fakeEngine().engine.view(...given))
    const { state } = await startedStore({}, { view })
    await state().dropFile(anyExtract, 'morning.csv')
    const asked = view.mock.calls.length
    const before = selectAlertCount(state())
    state().setThreshold('lgbm', 0)
    expect(selectAlertCount(state())).toBe(fakeRows)
    state().setThreshold('lgbm', 1)
    expect(selectAlertCount(state())).toBeLessThan(before)
    expect(view.mock.calls.length).toBe(asked)
  })

  it('decides how many models agree, each at its own', async () => {
    const { state } = await startedStore()
    const row = { ...fakeRow(0), probabilities: { lgbm: 0.9, xgb: 0.5, rf: NaN } }
    expect(countAgreeing(state(), row)).toEqual({ agreeing: 1, of: 2 })
    state().setThreshold('xgb', 0.5)
    expect(countAgreeing(state(), row)).toEqual({ agreeing: 2, of: 2 })
  })
})

describe('what the list shows', () => {
  it('is the last of several wishes in a row', async () => {
    const { state } = await startedStore()
    await state().dropFile(anyExtract, 'morning.csv')
    for (const search of ['r', 'ra', 'raz', 'razor']) state().setFilter({ search })
    await vi.waitFor(() => expect(state().view?.query.search).toBe('razor'))
    const rows = await state().rows(state().view!.view.rows)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ itemName }) => itemName?.startsWith('Razor'))).toBe(true)
  })

  it('sums units over one day, and over all days says nothing', async () => {
    const { state } = await startedStore()
    await state().dropFile(anyExtract, 'morning.csv')
    expect(selectAlertTotals(state())?.missedUnits).toBeGreaterThan(0)
    state().setFilter({ scope: { kind: 'all' } })
    await vi.waitFor(() => expect(state().view?.query.scope.kind).toBe('all'))
    expect(selectAlertTotals(state())).toBeNull()
  })

  it('starts anew with another file: no filter of the former is left', async () => {
    const { state } = await startedStore()
    await state().dropFile(anyExtract, 'one.csv')
    state().setFilter({ store: '002', search: 'oat' })
    await state().dropFile(anyExtract, 'two.csv')
    expect(state().filter.store).toBeNull()
    expect(state().filter.search).toBe('')
  })
})
