/** What the Alerts screen says before there are scores, and where some are missing: never a count of nothing. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it } from 'vitest'
import { createStore } from 'zustand'
import type { AppStoreState } from '../../../store/app-state'
import { createAppStore } from '../../../store/create-app-store'
import { fakeEngine } from '../../../testing/fake-engine'
import { AppStoreProvider } from '../../app-store-context'
import { ModelBar } from '../../shell/model-bar'
import { HistoryFacts } from '../history/history-facts'
import { ThresholdControl } from '../thresholds/threshold-control'
import { AlertSummary } from './alert-summary'
import { ListEnd } from './list-end'
import { NoAlerts } from './no-alerts'
import { OverviewRow } from './overview-row'
import { PartlyScored } from './partly-scored'

let scored: AppStoreState

beforeAll(async () => {
  const store = createAppStore(fakeEngine().engine, {
    prepare: () => Promise.resolve(),
    fetchDemo: () => Promise.resolve(new Blob()),
    saveFile: () => undefined,
  })
  await store.getState().start()
  await store.getState().dropFile(new Blob(['x']), 'x.csv')
  scored = store.getState()
})

function textOf(part: ReactNode, change: Partial<AppStoreState> = {}): string {
  const store = createStore<AppStoreState>(() => ({ ...scored, ...change }))
  const markup = renderToStaticMarkup(<AppStoreProvider store={store}>{part}</AppStoreProvider>)
  return markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()
}

const unscored: Partial<AppStoreState> = { view: null, phase: { phase: 'ready', scored: { rows: 'none' } } }

it('a cancel before the latest day was complete says so, and does not claim that nothing was scored', () => {
  expect(textOf(<PartlyScored />, unscored)).toContain('before this model had the latest day complete, so there is no list of it yet')
  expect(textOf(<PartlyScored />, { phase: { phase: 'ready', scored: { rows: 'latest', of: ['lgbm'] }, } })).toContain('the latest day is complete, earlier days are not')
})

it('a figure that stands for nothing yet says from when it will', () => {
  expect(textOf(<OverviewRow />)).toContain('Real so far – known after the first checks')
})

it('before anything is scored no figure stands, and none of them is 0', () => {
  expect(textOf(<AlertSummary />, unscored)).toContain('Listed – Share of items in stock – Units missed so far –')
  expect(textOf(<ThresholdControl />, unscored)).not.toMatch(/checks? on the latest day/)
})

it('the status line speaks of scoring only while it goes on', () => {
  expect(textOf(<ModelBar withModels={false} />, unscored)).toBe('No list yet')
  const scoring: AppStoreState['phase'] = { phase: 'scoring', fraction: 0, rowsDone: 0, rowsToDo: 1, latestOf: [] }
  expect(textOf(<ModelBar withModels={false} />, { view: null, phase: scoring })).toBe('Scoring the latest day …')
})

it('rows that were not scored are not said to be judged', () => {
  const { query, view } = scored.view!
  const probabilities = Float32Array.from(view.probabilities, (value, i) => (i < 3 ? value : NaN))
  const change: Partial<AppStoreState> = { view: { query, view: { ...view, probabilities } }, thresholds: { lgbm: 1 } }
  expect(textOf(<NoAlerts />, change)).toContain('3 items were judged')
  expect(textOf(<ListEnd bySegment={false} below={2} unscored={37} threshold={0.7} />)).toBe('2 others judged and left out: below 0.70. 37 rows not scored.')
})

it('without a column of deliveries the last one is not known, rather than none', async () => {
  const [alert] = await scored.rows(Uint32Array.of(1))
  const history = await scored.history(1)
  const unitsReceived = history.unitsReceived.map(() => NaN)
  expect(textOf(<HistoryFacts alert={alert!} history={{ ...history, unitsReceived }} />)).toContain('not known')
  expect(textOf(<HistoryFacts alert={alert!} history={{ ...history, unitsReceived: unitsReceived.fill(0) }} />)).toContain('none in this extract')
})
