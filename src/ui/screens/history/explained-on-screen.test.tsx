/** What the drawer says of an explanation: of rows on the list, below it, not scored, without stock, and where there is none. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { createStore } from 'zustand'
import type { AlertRow } from '../../../domain/alerts/alert-row'
import type { RowExplanation } from '../../../domain/explain/row-explanation'
import { featureNames } from '../../../domain/features/catalog'
import type { AppStoreState } from '../../../store/app-state'
import type { PipelineModel } from '../../../store/selectors'
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

function textOf(part: ReactNode, state = scored): string {
  const store = createStore<AppStoreState>(() => state)
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

  describe('of a pipeline', () => {
    const source = { kind: 'field', field: 'on_hand' } as const
    const inputs = [{ name: 'stock', type: 'float32', rank: 2, columns: [{ name: 'stock', source }] }] as const
    const pipeline = { id: 'theirs', name: 'Theirs', inputs, output: 'p', graph: { sha256: '', bytes: 1 } }
    const stand: PipelineModel = { id: 'theirs', name: 'Theirs', usable: true, kind: 'pipeline', own: true, pipeline, threshold: { precision_floor_threshold: 0.5, precision_floor: 0 }, card: '' }
    const row = (probability: number | undefined): AlertRow => ({ ...alert, onHand: 9, probabilities: probability === undefined ? {} : { theirs: probability } })
    const said = (columns: RowExplanation['columns'], probability: number | undefined, model = stand) =>
      textOf(<DrawerEvidence explained={{ state: 'here', explanation: { ...explained.explanation, columns } }} alert={row(probability)} />, { ...scored, model: 'theirs', loadedModels: [...scored.loadedModels, model] })

    it('is told by its columns', () => {
      const columns = { theirs: { model: 'theirs', probability: 0.5, score: 0, base: -2, shares: [{ key: 'on_hand', value: 2 }] } }
      expect(said(columns, 0.5)).toMatch(/How Theirs.* came to this .* A typical item All columns as in the middle of this extract; .* −2\.00 0\.12 on-hand Recorded stock .* \+2\.00 0\.50 This item The sum\. .*0\.50/)
    })

    it('is not told where it gives no score, reads very many columns, or scores no typical item', () => {
      expect(said({}, NaN)).toContain('no score, so there is nothing to take apart')
      expect(said({}, 0.5)).toContain('gives no score where some of its columns are those of a typical item')
      const many = { ...pipeline, inputs: [{ ...inputs[0], columns: featureNames.slice(0, 13).map((feature) => ({ name: feature, source: { kind: 'feature' as const, feature } })) }] }
      expect(said({}, 0.5, { ...stand, pipeline: many })).toContain('reads 13 columns. Among more than 12')
    })
  })
})
