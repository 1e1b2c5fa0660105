import { expect, test, vi } from 'vitest'
import { fakeEngine } from '../testing/fake-engine'
import { anyExtract, latch, startedStore } from '../testing/started-store'
import { selectAlertCount } from './selectors'
import { selectDayCounts, selectGhosts, selectOverview, selectShownLists, selectTodaysLists } from './today-selectors'

const fake = fakeEngine().engine

async function scored(change: Parameters<typeof startedStore>[1] = {}) {
  const started = await startedStore({}, change)
  await started.store.getState().dropFile(anyExtract, 'morning.csv')
  await vi.waitFor(() => expect(started.state().today).not.toBeNull())
  return started
}

test('nothing is said of today before the latest day is scored', async () => {
  const { store, state, release } = await startedStore({ holdScoring: true })
  void store.getState().dropFile(anyExtract, 'morning.csv')
  await vi.waitFor(() => expect(state().phase.phase).toBe('scoring'))
  expect(selectTodaysLists(state())).toEqual([])
  expect(selectOverview(state())).toBeNull()
  release()
  await vi.waitFor(() => expect(selectTodaysLists(state())).toHaveLength(4))
})

test('the overview counts the alerts that the table shows, and the lists and what is held back add up to them', async () => {
  const { state } = await scored()
  const overview = selectOverview(state())!
  expect(overview.all.alerts).toBe(selectAlertCount(state()))
  const lists = selectTodaysLists(state())
  const parts = lists.map(({ items, waiting, held }) => items.length + waiting + held.reduce((sum, { rows }) => sum + rows.length, 0))
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(overview.all.alerts)
})

test('moving the threshold, the places or what is put back asks the engine nothing', async () => {
  const today = vi.fn(() => fake.today())
  const latestScores = vi.fn((model: string) => fake.latestScores(model))
  const { state } = await scored({ today, latestScores })
  const asked = [today, latestScores].map((question) => question.mock.calls.length)
  const before = selectTodaysLists(state())
  expect(selectTodaysLists(state())).toBe(before)
  state().setThreshold('lgbm', 0.2)
  state().setTodayPlan({ perStore: 2 })
  const lists = selectTodaysLists(state())
  expect(lists).not.toBe(before)
  expect(lists.every(({ items }) => items.length <= 2)).toBe(true)
  expect(lists.some(({ waiting }) => waiting > 0)).toBe(true)
  const reason = lists.find(({ held }) => held.length > 0)!.held[0]!.reason
  state().setPutBack(reason, true)
  expect(selectTodaysLists(state()).some(({ held }) => held.some((group) => group.reason === reason))).toBe(false)
  state().setPutBack(reason, false)
  expect(selectTodaysLists(state())).toEqual(lists)
  expect([today, latestScores].map((question) => question.mock.calls.length)).toEqual(asked)
})

test('another model brings other scores and the same facts', async () => {
  const today = vi.fn(() => fake.today())
  const { state } = await scored({ today })
  const { facts, scores } = state().today!
  state().chooseModel('xgb')
  await vi.waitFor(() => expect(state().today!.model).toBe('xgb'))
  expect(state().today!.facts).toBe(facts)
  expect(state().today!.scores).not.toEqual(scores)
  expect(today).toHaveBeenCalledTimes(1)
})

test('of two models chosen in a row the last one counts, whichever answer comes first', async () => {
  const slow = latch<Float32Array>()
  const { state } = await scored({ latestScores: (model) => (model === 'xgb' ? slow.given : fake.latestScores(model)) })
  state().chooseModel('xgb')
  await vi.waitFor(() => expect(state().view!.query.model).toBe('xgb'))
  state().chooseModel('rf')
  await vi.waitFor(() => expect(state().today!.model).toBe('rf'))
  slow.give(await fake.latestScores('xgb'))
  await Promise.resolve()
  expect(state().today!.model).toBe('rf')
})

test('a plan, and whose list it is, stay for the next file; what was put back does not', async () => {
  const { store, state } = await scored()
  state().setTodayPlan({ perStore: 7, order: 'stake' })
  state().setPutBack('slow-seller', true)
  state().chooseTodayStore('003')
  expect(selectShownLists(state()).map(({ store: name }) => name)).toEqual(['003'])
  store.getState().startOver()
  await store.getState().dropFile(anyExtract, 'next.csv')
  await vi.waitFor(() => expect(state().today).not.toBeNull())
  expect(state()).toMatchObject({ todayPlan: { perStore: 7, order: 'stake' }, putBack: [], todayStore: '003' })
})

test('a store that the extract does not have leaves every list on screen', async () => {
  const { state } = await scored()
  state().chooseTodayStore('no such store')
  expect(selectShownLists(state())).toBe(selectTodaysLists(state()))
})

test('places are a whole number of at least one', async () => {
  const { state } = await scored()
  state().setTodayPlan({ perStore: 0 })
  expect(state().todayPlan.perStore).toBe(1)
  state().setTodayPlan({ perStore: 1e9 })
  expect(state().todayPlan.perStore).toBe(500)
})

test('alerts of every day are asked for once a model, and the last day has as many as the table', async () => {
  const alertDays = vi.fn((model: string) => fake.alertDays(model))
  const { state } = await scored({ alertDays })
  expect(selectDayCounts(state())).toBeNull()
  await state().loadAlertDays()
  await state().loadAlertDays()
  expect(alertDays).toHaveBeenCalledTimes(1)
  expect(selectDayCounts(state())!.at(-1)!.alerts).toBe(selectAlertCount(state()))
  state().chooseModel('xgb')
  expect(selectDayCounts(state())).toBeNull()
})

test('ghosts are those of the file', async () => {
  const { state } = await scored()
  expect(selectGhosts(state())).toEqual([{ row: 0, store: '001', units: 3 }])
})

test('a worker that dies while today is asked for is said as a lost extract', async () => {
  const { state, store } = await startedStore({}, { today: () => Promise.reject(Object.assign(new Error('gone'), { fault: { code: 'worker-died', sentence: 'It stopped.', advice: 'Try again.' } })) })
  await store.getState().dropFile(anyExtract, 'morning.csv')
  await vi.waitFor(() => expect(state().phase.phase).toBe('failed'))
})
