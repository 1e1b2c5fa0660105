/** What the drawer says of an explanation: of rows on the list, below it, not scored, without stock, and where there is none. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { createStore } from 'zustand'
import type { AlertRow } from '../../../domain/alerts/alert-row'
import type { AppStoreState } from '../../../store/app-state'
import { anyExtract, startedStore } from '../../../testing/started-store'
import { AppStoreProvider } from '../../app-store-context'
import { DrawerEvidence, DrawerReasons } from './drawer-explanation'
import type { Explained } from './use-explanation'

let scored: AppStoreState
let alert: AlertRow
let explained: Extract<Explained, { state: 'here' }>

beforeAll(async () => {
  const started = await startedStore()
  await started.state().dropFile(anyExtract, 'x.csv')
  scored = started.state()
  alert = (await scored.rows(Uint32Array.of(1)))[0]!
  explained = { state: 'here', explanation: await scored.explain(1) }
})

function textOf(part: ReactNode): string {
  const store = createStore<AppStoreState>(() => scored)
  const markup = renderToStaticMarkup(<AppStoreProvider store={store}>{part}</AppStoreProvider>)
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
}
const given = (probability: number | undefined, onHand = 9): AlertRow => ({ ...alert, onHand, probabilities: probability === undefined ? {} : { lgbm: probability } })
const reasons = (row: AlertRow) => textOf(<DrawerReasons explained={explained} alert={row} />)

describe('the reasons in the drawer', () => {
  it('come with what to do where the row is on the list', () => {
    expect(reasons(given(0.9))).toMatch(/^Why the stock may not be there .* What to do .*/)
  })

  it('ask for no check below the threshold, nor where nothing was scored', () => {
    expect(reasons(given(0.1))).toContain('no check is asked for')
    expect(reasons(given(undefined))).toContain('has not scored this day')
    for (const probability of [0.1, undefined]) expect(reasons(given(probability))).not.toContain('What to do')
  })

  it('are not made up for a row without stock on record', () => {
    for (const onHand of [0, -3, NaN]) {
      expect(reasons(given(undefined, onHand))).toMatch(/^The record claims no stock here/)
      expect(textOf(<DrawerEvidence explained={explained} alert={given(undefined, onHand)} />)).toBe('')
    }
  })

  it('say so while they are worked out, and why they cannot be', () => {
    expect(textOf(<DrawerReasons explained={{ state: 'loading' }} alert={alert} />)).toBe('Working out why …')
    expect(textOf(<DrawerReasons explained={{ state: 'failed', sentence: 'It stopped.' }} alert={alert} />)).toContain('It stopped.')
  })
})

describe('the score taken apart', () => {
  it('leads from a typical item to this one, the strongest evidence first', () => {
    const text = textOf(<DrawerEvidence explained={explained} alert={given(0.9)} />)
    expect(text).toContain('How LightGBM came to this')
    expect(text).toMatch(/A typical item All evidence .* −4\.00 0\.02 Sales against what was expected .* \+2\.50 .* This item The sum\. −0\.50 0\.38/)
  })

  it('names the days that were weighed together, where they moved the score', () => {
    const { lgbm } = explained.explanation.attributions
    const older = { ...explained.explanation, attributions: { lgbm: { ...lgbm!, olderDays: 0.3, daysLeftOut: 88 } } }
    expect(textOf(<DrawerEvidence explained={{ state: 'here', explanation: older }} alert={given(0.9)} />)).toContain('The first 88 days')
  })

  it('is not there for a model that could not be run, and that is said', () => {
    const none = { ...explained.explanation, attributions: {} }
    expect(textOf(<DrawerEvidence explained={{ state: 'here', explanation: none }} alert={given(0.9)} />)).toContain('cannot be taken apart')
  })
})
