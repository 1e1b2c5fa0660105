import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fakeEngine } from '../testing/fake-engine'
import { createAppStore } from './create-app-store'
import { usualGoals } from './goals-state'
import { goalAsAsked, selectPickedFor } from './picked-for-state'
import { payoffOf, usualPayoff } from './payoff-state'
import { selectThreshold } from './selectors'
import { createSettingsKeeper } from './settings-keeper'

/** A browser's storage; `full` refuses to write, as a full disk does. */
function storage(kept: string | null = null, full = false) {
  let text = kept
  const setItem = (_: string, value: string) => {
    if (full) throw new DOMException('no room', 'QuotaExceededError')
    text = value
  }
  return { getItem: () => text, setItem }
}

async function opened(browser: ReturnType<typeof storage>) {
  const store = createAppStore(fakeEngine().engine, {
    prepare: () => Promise.resolve(),
    fetchDemo: () => Promise.resolve(new Blob()),
    saveFile: () => undefined,
    settingsKeeper: createSettingsKeeper(() => browser),
  })
  await store.getState().start()
  return () => store.getState()
}

describe('the chosen model and thresholds', () => {
  it('come back when the page is opened again', async () => {
    const browser = storage()
    const before = await opened(browser)
    before().chooseModel('rf')
    before().setThreshold('rf', 0.25)
    before().setThreshold('xgb', 0.6)
    before().setThreshold('xgb', null)
    const after = await opened(browser)
    expect(after().model).toBe('rf')
    expect(after().thresholds).toEqual({ rf: 0.25 })
    expect(selectThreshold(after(), 'xgb')).toBe(0.7)
  })

  it('come with what they were picked for, while they stand', async () => {
    const browser = storage()
    const before = await opened(browser)
    before().pickThreshold('rf', 0.25, goalAsAsked(before(), 'checks'))
    const after = await opened(browser)
    expect(selectPickedFor(after(), 'rf')).toEqual(goalAsAsked(before(), 'checks'))
    after().setThreshold('rf', 0.3)
    expect(selectPickedFor((await opened(browser))(), 'rf')).toBeNull()
  })

  it('come with the goals, of which none is out of range', async () => {
    const browser = storage()
    const before = await opened(browser)
    before().setGoals({ precision: 0.8, precisionBy: 'lower-bound', checks: 12.4 })
    before().setGoals({ recall: 7, checks: NaN })
    expect((await opened(browser))().goals).toEqual({ precision: 0.8, precisionBy: 'lower-bound', checks: 12, checksIn: 'average', recall: 1 })
  })

  it('come with the payoff table, which takes no figure that cannot be', async () => {
    const browser = storage()
    const before = await opened(browser)
    before().setPayoff({ costOfCheck: 3, worthBy: 'find' })
    before().setPayoff({ costOfCheck: -1 })
    before().setPayoff({ shareRecovered: 1.5 })
    const after = await opened(browser)
    expect(after().payoff).toEqual({ ...usualPayoff, costOfCheck: 3, worthBy: 'find' })
    expect(payoffOf(after().payoff)).toEqual({ costOfCheck: 3, worth: { by: 'find', amount: usualPayoff.amount }, shareRecovered: usualPayoff.shareRecovered, costOfMiss: 0 })
  })

  it('that were kept before there were goals have the usual ones', async () => {
    const state = await opened(storage(JSON.stringify({ version: 1, model: 'rf', thresholds: {} })))
    expect(state().model).toBe('rf')
    expect(state().goals).toEqual(usualGoals)
  })

  it('come with whether the tour was seen', async () => {
    const browser = storage()
    const before = await opened(browser)
    expect(before().tourSeen).toBe(false)
    before().endTour()
    before().setThreshold('rf', 0.25)
    expect((await opened(browser))().tourSeen).toBe(true)
  })

  it('of a browser that keeps nothing: the tour is seen for this tab, and no notice interrupts it', async () => {
    const state = await opened(storage(null, true))
    state().endTour()
    expect(state().tourSeen).toBe(true)
    expect(state().notice).toBeNull()
  })

  it('of a model that is not here any more give way to the first that is', async () => {
    const state = await opened(storage(JSON.stringify({ version: 1, model: 'own-lgbm', thresholds: { 'own-lgbm': 0.4 } })))
    expect(state().model).toBe('lgbm')
  })

  it('that the browser refuses to keep are used all the same, and that is said once', async () => {
    const state = await opened(storage(null, true))
    state().setThreshold('lgbm', 0.4)
    expect(selectThreshold(state(), 'lgbm')).toBe(0.4)
    expect(state().notice?.sentence).toContain('did not keep')
    state().dismissNotice()
    state().setThreshold('lgbm', 0.5)
    expect(state().notice).toBeNull()
  })

  it('are whatever can be made of what is kept, and never an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((thresholds) => `{"version":1,"model":"rf","thresholds":${thresholds}}`)), (text) => {
        const settings = createSettingsKeeper(() => storage(text)).recall()
        for (const value of Object.values(settings?.thresholds ?? {})) expect(value >= 0 && value <= 1).toBe(true)
      }),
    )
  })
})
