import { beforeEach, describe, expect, it, vi } from 'vitest'
import { isAlert } from '../domain/scoring/prediction-columns'
import type { Engine } from '../engine/engine'
import { ownThresholds } from '../testing/drawn-segments'
import { fakeEngine } from '../testing/fake-engine'
import { fakeRow, fakeRows } from '../testing/fake-rows'
import { anyExtract, startedStore } from '../testing/started-store'
import { countsAt } from '../domain/metrics/counts-at'
import { positionOf } from './alert-selection'
import { selectCurve } from './bench-selectors'
import { selectIsCounting, selectJudgedCurve } from './segments-selectors'
import { segmentsIn } from './segments-state'
import { selectAlertCount, selectAlertSelection, selectRowThreshold, selectSegments } from './selectors'
import { createSettingsKeeper } from './settings-keeper'
import { createAppStore } from './create-app-store'
import { selectDayCounts, selectOverview, selectTodaysLists } from './today-selectors'

const byStore = ownThresholds('store', [[{ kind: 'name', name: '001' }, 0.2], [{ kind: 'name', name: '003' }, 0.95], [{ kind: 'name', name: 'closed' }, 0.01]])
const bySpeed = ownThresholds('velocity', [[{ kind: 'band', from: 0.3, below: 1 }, 0.1]])
const fake = fakeEngine().engine

async function scored(change: Parameters<typeof startedStore>[1] = {}) {
  const started = await startedStore({}, change)
  await started.state().dropFile(anyExtract, 'morning.csv')
  await vi.waitFor(() => expect(started.state().today).not.toBeNull())
  return started
}
type State = Awaited<ReturnType<typeof scored>>['state']

/** Rows that are alerts by the threshold of their store or the common one, the plain way. */
function expectedRows(state: State): readonly number[] {
  return Array.from({ length: fakeRows }, (_, row) => fakeRow(row))
    .filter((row) => isAlert(row.probabilities['lgbm']!, { '001': 0.2, '003': 0.95 }[row.store] ?? state().thresholds['lgbm'] ?? 0.7))
    .map(({ row }) => row)
}

function listedRows(state: State): readonly number[] {
  const selection = selectAlertSelection(state())
  return Array.from({ length: selection.count }, (_, i) => state().view!.view.rows[positionOf(selection, i)]!)
}

const inUse = (state: State) => vi.waitFor(() => expect(state().view!.query.segments).toBe(selectSegments(state(), 'lgbm')))

describe('thresholds by segment', () => {
  let state: State
  beforeEach(async () => {
    ;({ state } = await scored())
    state().setSegments('lgbm', byStore)
    await inUse(state)
  })

  it('decide the table, today and the days alike, at every common threshold', async () => {
    for (const common of [0, 0.3, 0.7, 0.95, 1]) {
      state().setThreshold('lgbm', common)
      const expected = expectedRows(state)
      expect([...listedRows(state)].sort((a, b) => a - b)).toEqual(expected)
      expect(selectAlertCount(state())).toBe(expected.length)
      expect(selectOverview(state())!.all.alerts).toBe(expected.length)
      const lists = selectTodaysLists(state())
      const shown = lists.flatMap(({ items, held }) => [...items.map(({ row }) => row), ...held.flatMap(({ rows }) => rows)])
      expect(shown.sort((a, b) => a - b)).toEqual(expected)
      await state().loadAlertDays()
      expect(selectDayCounts(state())!.at(-1)!.alerts).toBe(expected.length)
      for (let row = 0; row < fakeRows; row++) {
        const at = selectRowThreshold(state(), 'lgbm', fakeRow(row))
        expect(isAlert(fakeRow(row).probabilities['lgbm']!, at)).toBe(expected.includes(row))
      }
    }
  })

  it('keep the order that the table has, whichever it is', async () => {
    const probabilities = () => listedRows(state).map((row) => fakeRow(row).probabilities['lgbm']!)
    expect(probabilities()).toEqual([...probabilities()].sort((a, b) => b - a))
    state().setFilter({ order: { column: 'store', descending: false } })
    await vi.waitFor(() => expect(state().view!.query.order.column).toBe('store'))
    const stores = listedRows(state).map((row) => fakeRow(row).store)
    expect(stores).toEqual([...stores].sort())
    expect(selectAlertCount(state())).toBe(expectedRows(state).length)
  })

  it('belong to their model', async () => {
    const alone = await scored()
    state().chooseModel('xgb')
    alone.state().chooseModel('xgb')
    await vi.waitFor(() => expect([state().view!.query.model, alone.state().view!.query.model]).toEqual(['xgb', 'xgb']))
    expect(selectAlertCount(state())).toBe(selectAlertCount(alone.state()))
    expect(state().view!.query.segments).toBeNull()
  })

  it('give way to one threshold for all, and come back when that is undone', async () => {
    const before = selectAlertCount(state())
    state().setSegments('lgbm', null)
    await inUse(state)
    expect(selectAlertCount(state())).toBe(selectAlertCount((await scored()).state()))
    expect(state().taken).toMatchObject({ kind: 'segments', segments: null })
    state().setThreshold('lgbm', 0.7)
    state().undoTaken()
    await inUse(state)
    expect(selectAlertCount(state())).toBe(before)
    // A threshold that was set since is not undone with it.
    expect(state()).toMatchObject({ thresholds: { lgbm: 0.7 }, taken: null })
  })

  it('stay for the next file, where a segment that is not known follows the common threshold', async () => {
    state().startOver()
    expect(selectSegments(state(), 'lgbm')).toBe(byStore)
    await state().dropFile(anyExtract, 'next.csv')
    await vi.waitFor(() => expect(state().today).not.toBeNull())
    expect([...listedRows(state)].sort((a, b) => a - b)).toEqual(expectedRows(state))
    expect(selectRowThreshold(state(), 'lgbm', { ...fakeRow(0), store: '0001' })).toBe(0.7)
  })

  it('decide whether a checked row was an alert', async () => {
    const row = Array.from({ length: fakeRows }, (_, i) => fakeRow(i)).find((one) => one.store === '001' && one.probabilities['lgbm']! >= 0.2 && one.probabilities['lgbm']! < 0.7)!
    state().enterFinding(row, 'not-found')
    await vi.waitFor(() => expect(state().findings.entries.size).toBe(1))
    expect([...state().findings.entries.values()][0]).toMatchObject({ promise: { model: 'lgbm', alerted: true } })
  })

  it('with none left are one threshold for all', () => {
    state().setSegments('lgbm', { ...byStore, own: [] })
    expect(selectSegments(state(), 'lgbm')).toBeNull()
  })
})

it('moving the common threshold asks the engine nothing; its figures are counted once', async () => {
  const view = vi.fn<Engine['view']>((...given) => fake.view(...given))
  const curve = vi.fn<Engine['curve']>((...given) => fake.curve(...given))
  const { state } = await scored({ view, curve })
  state().setSegments('lgbm', bySpeed)
  // Until they are counted there are no figures, rather than those of other thresholds.
  expect(selectJudgedCurve(state(), 'lgbm')).toBeNull()
  expect(selectIsCounting(state(), 'lgbm')).toBe(true)
  await vi.waitFor(() => expect(selectJudgedCurve(state(), 'lgbm')).not.toBeNull())
  await vi.waitFor(() => expect(state().view!.query.segments).toBe(bySpeed))
  expect(curve.mock.calls.at(-1)).toEqual(['test-worlds', 'lgbm', bySpeed])
  const asked = [view, curve].map(({ mock }) => mock.calls.length)
  for (const threshold of [0.2, 0.4, 0.8]) {
    state().setThreshold('lgbm', threshold)
    selectAlertCount(state())
    expect(countsAt(selectJudgedCurve(state(), 'lgbm')!.curve, threshold).tp).toBeGreaterThanOrEqual(5)
  }
  expect([view, curve].map(({ mock }) => mock.calls.length)).toEqual(asked)
  state().setSegments('lgbm', null)
  expect(selectJudgedCurve(state(), 'lgbm')).toBe(selectCurve(state(), 'lgbm'))
})

it('are kept in this browser; what cannot be read of them is left out', async () => {
  let kept: string | null = null
  const storage = { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) }
  const open = async () => {
    const store = createAppStore(fake, { prepare: () => Promise.resolve(), fetchDemo: () => Promise.resolve(anyExtract), saveFile: () => undefined, settingsKeeper: createSettingsKeeper(() => storage) })
    await store.getState().start()
    return store.getState
  }
  ;(await open())().setSegments('lgbm', bySpeed)
  expect((await open())().segmentThresholds).toEqual({ lgbm: bySpeed })
  const twice = { ...bySpeed, own: [...bySpeed.own, ...bySpeed.own] }
  const nameless = { ...byStore, own: [{ ...byStore.own[0], label: { kind: 'name', name: '' } }] }
  const crossed = { ...byStore, by: 'velocity' }
  const weekday = { ...bySpeed, by: 'weekday' }
  expect(segmentsIn({ lgbm: bySpeed, a: twice, b: nameless, c: crossed, d: weekday, e: null, f: { ...bySpeed, own: [{ ...bySpeed.own[0], threshold: 2 }] } })).toEqual({ lgbm: bySpeed })
  expect(segmentsIn('x')).toEqual({})
})
