import { describe, expect, it } from 'vitest'
import { drawnFinding } from '../../testing/drawn-findings'
import { anyExtract, startedStore } from '../../testing/started-store'
import fc from 'fast-check'
import { drawnSegments, ownThresholds } from '../../testing/drawn-segments'
import { goalAsAsked, selectPickedFor } from '../picked-for-state'
import { selectSegments, selectThreshold } from '../selectors'
import { settingOf } from './setting'
import { settingHash } from './share-link'
import { sessionVersion } from './session-file'

const textOf = async (saved: readonly { readonly name: string; readonly file: Blob }[], name: string) => {
  const found = saved.findLast((one) => one.name === name)
  if (!found) throw new Error(`${name} was not saved`)
  return found.file.text()
}
const blob = (text: string) => new Blob([text])

describe('threshold.json', () => {
  it('is saved with what it was picked on, and loaded again to the very threshold', async () => {
    const { state, saved } = await startedStore()
    state().setThreshold('lgbm', 0.4)
    state().saveThreshold()
    const text = await textOf(saved, 'threshold.json')
    expect(JSON.parse(text)).toMatchObject({ precision_floor_threshold: 0.4, precision_floor: 0, model: 'lgbm', picked_for: { goal: 'unknown' }, picked_on: { source: 'test-worlds', candidates: 200, positives: 20, recall: 0.9 } })
    // Nobody asked it to hold a precision.
    expect(JSON.parse(text)).not.toHaveProperty('floor_reached')
    state().setThreshold('lgbm', null)
    await state().loadThreshold(blob(text), 'threshold.json')
    expect(selectThreshold(state(), 'lgbm')).toBe(0.4)
    expect(state().taken).toMatchObject({ kind: 'threshold', model: 'lgbm', threshold: 0.4 })
  })

  it('says what it was picked for, also once it was loaded again, and no more when it was moved since', async () => {
    const { state, saved } = await startedStore()
    const pick = async (goal: Parameters<typeof goalAsAsked>[1]) => {
      state().pickThreshold('lgbm', 0.4, goalAsAsked(state(), goal))
      state().saveThreshold()
      return textOf(saved, 'threshold.json')
    }
    state().setPayoff({ costOfCheck: 3 })
    const cost = await pick('payoff')
    expect(JSON.parse(cost)).toMatchObject({ precision_floor: 0, picked_for: { goal: 'lowest-cost', cost_of_check: 3, find_is_worth: { by: 'unit', days: 21 }, solved_on: 'test-worlds' } })
    expect(JSON.parse(cost)).not.toHaveProperty('floor_reached')
    state().setGoals({ precision: 0.8 })
    expect(JSON.parse(await pick('precision'))).toMatchObject({ precision_floor: 0.8, floor_reached: false, picked_for: { goal: 'precision', at_least: 0.8, held_by: 'estimate' } })
    await state().loadThreshold(blob(cost), 'threshold.json')
    expect(selectPickedFor(state(), 'lgbm')).toMatchObject({ goal: 'lowest-cost' })
    state().setThreshold('lgbm', 0.41)
    expect(selectPickedFor(state(), 'lgbm')).toBeNull()
    // What a later version may write is no reason to refuse the threshold.
    await state().loadThreshold(blob('{"precision_floor_threshold": 0.6, "picked_for": {"goal": "fewest steps"}}'), 'threshold.json')
    expect(selectThreshold(state(), 'lgbm')).toBe(0.6)
    expect(selectPickedFor(state(), 'lgbm')).toBeNull()
  })

  it('of another project needs nothing but the threshold', async () => {
    const { state } = await startedStore()
    await state().loadThreshold(blob('{"precision_floor_threshold": 0.61}'), 'threshold.json')
    expect(selectThreshold(state(), 'lgbm')).toBe(0.61)
  })

  it.each([
    ['no json', 'not-a-threshold', 'not readable JSON'],
    ['{"threshold": 0.5}', 'not-a-threshold', 'no precision_floor_threshold'],
    ['{"precision_floor_threshold": 1.5}', 'not-a-threshold', 'from 0 to 1'],
    ['{"precision_floor_threshold": "0.5"}', 'not-a-threshold', 'from 0 to 1'],
    ['{"precision_floor_threshold": 0.5, "model": "xgb"}', 'other-model', '"xgb"'],
  ])('%s is refused and changes nothing', async (text, code, words) => {
    const { state } = await startedStore()
    state().setThreshold('lgbm', 0.4)
    await state().loadThreshold(blob(text), 'threshold.json')
    expect(state().thresholds).toEqual({ lgbm: 0.4 })
    const { taken } = state()
    if (taken?.kind !== 'refused') throw new Error('it was taken')
    expect(taken.fault.code).toBe(code)
    expect(taken.fault.sentence).toContain(words)
  })
})

const bySpeed = ownThresholds('velocity', [[{ kind: 'band', from: 0, below: 0.1 }, 0.123456789], [{ kind: 'band', from: 3, below: null }, 0]])
const byStore = ownThresholds('store', [[{ kind: 'name', name: 'store-4711' }, 0.5]])

describe('thresholds by segment', () => {
  it('go into threshold.json beside the common one, and come back to the very numbers', async () => {
    const { state, saved } = await startedStore()
    for (const segments of [bySpeed, byStore]) {
      state().setThreshold('lgbm', 0.4)
      state().setSegments('lgbm', segments)
      state().saveThreshold()
      const text = await textOf(saved, 'threshold.json')
      expect(JSON.parse(text)).toMatchObject({ precision_floor_threshold: 0.4, segment_thresholds: { format_version: 1, by: segments.by, precision_floor: 0.9, segments: segments.own.map(({ threshold }) => ({ threshold, held_out: { found: 18, alerts: 20 } })) } })
      state().setSegments('lgbm', null)
      await state().loadThreshold(blob(text), 'threshold.json')
      expect(selectSegments(state(), 'lgbm')).toEqual(segments)
      expect(state().taken).toMatchObject({ kind: 'threshold', segments, threshold: 0.4 })
    }
  })

  it('are given up for a threshold.json without any, and undo brings them back', async () => {
    const { state } = await startedStore()
    state().setSegments('lgbm', bySpeed)
    await state().loadThreshold(blob('{"precision_floor_threshold": 0.61}'), 'threshold.json')
    expect(selectSegments(state(), 'lgbm')).toBeNull()
    state().undoTaken()
    expect(selectSegments(state(), 'lgbm')).toBe(bySpeed)
  })

  it('that are damaged or of a newer format refuse the whole file', async () => {
    const { state, saved } = await startedStore()
    state().setSegments('lgbm', bySpeed)
    state().saveThreshold()
    const text = await textOf(saved, 'threshold.json')
    state().setSegments('lgbm', null)
    const before = settingOf(state())
    for (const [from, to, code] of [
      ['"format_version": 1', '"format_version": 2', 'segments-too-new'],
      ['"format_version": 1', '"format_version": "1"', 'segments-damaged'],
      ['0.123456789', '1.2', 'segments-damaged'],
      ['"units_a_day_from": 3', '"units_a_day_from": -3', 'segments-damaged'],
      ['"by": "velocity"', '"by": "weekday"', 'segments-damaged'],
      ['"by": "velocity"', '"by": "store"', 'segments-damaged'],
    ] as const) {
      expect(text).toContain(from)
      await state().loadThreshold(blob(text.replace(from, to)), 'threshold.json')
      expect(state()).toMatchObject({ ...before, taken: { kind: 'refused', fault: { code } } })
    }
  })

  it('go with a session, and sessions of before there were any still load', async () => {
    const here = await startedStore()
    here.state().setSegments('lgbm', byStore)
    here.state().setSegments('xgb', bySpeed)
    here.state().saveSession(false)
    const text = await textOf(here.saved, 'phantom_session.json')
    const there = await startedStore()
    await there.state().loadSession(blob(text), 's.json')
    expect(there.state().segmentThresholds).toEqual({ lgbm: byStore, xgb: bySpeed })
    const session = JSON.parse(text) as { setting: Record<string, unknown> }
    delete session.setting['segmentThresholds']
    await there.state().loadSession(blob(JSON.stringify(session)), 's.json')
    expect(there.state()).toMatchObject({ segmentThresholds: {}, taken: { kind: 'session' } })
    there.state().undoTaken()
    expect(there.state().segmentThresholds).toEqual({ lgbm: byStore, xgb: bySpeed })
  })

  it('go with a link where they are by speed, and never where they name what stands in an extract', async () => {
    const here = await startedStore()
    here.state().setSegments('lgbm', byStore)
    here.state().setSegments('xgb', bySpeed)
    const hash = settingHash(here.state())
    expect(hash).not.toContain('4711')
    const there = await startedStore()
    there.state().openLink(hash)
    expect(there.state().segmentThresholds).toEqual({ xgb: bySpeed })
    there.state().openLink(hash.replace('0.123456789', '7'))
    expect(there.state().taken).toMatchObject({ kind: 'refused', fault: { sentence: expect.stringContaining('a threshold of a segment') as string } })
    expect(there.state().segmentThresholds).toEqual({ xgb: bySpeed })
  })

  it('survive file and link whatever they are', async () => {
    const names = { store: ['0012', 'Ünïon "A"'], category: ['a,b;c:d', '..'], department: ['__proto__'] }
    const { state, saved } = await startedStore()
    await fc.assert(
      fc.asyncProperty(drawnSegments(names), async (segments) => {
        state().setSegments('lgbm', segments)
        state().saveThreshold()
        state().saveSession(false)
        const hash = settingHash(state())
        const [threshold, session] = [await textOf(saved, 'threshold.json'), await textOf(saved, 'phantom_session.json')]
        const byLink = () => {
          state().openLink(hash)
          return Promise.resolve()
        }
        const ways = [() => state().loadThreshold(blob(threshold), 't.json'), () => state().loadSession(blob(session), 's.json'), ...(segments.by === 'velocity' ? [byLink] : [])]
        for (const load of ways) {
          state().setSegments('lgbm', null)
          await load()
          expect(selectSegments(state(), 'lgbm')).toEqual(segments)
          expect(state().taken?.kind).not.toBe('refused')
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a session', () => {
  it('taken on elsewhere gives the same model, thresholds, plan, mapping and findings; and holds no row', async () => {
    const here = await startedStore()
    await here.state().dropFile(anyExtract, 'monday.csv')
    here.state().chooseModel('rf')
    here.state().setThreshold('rf', 0.33)
    here.state().setTodayPlan({ perStore: 7, order: 'stake' })
    here.state().setGoals({ precision: 0.8, precisionBy: 'lower-bound' })
    here.state().setPayoff({ costOfCheck: 3.5, worthBy: 'price' })
    here.state().mergeFindings(fc.sample(drawnFinding, { numRuns: 5, seed: 3 }))
    here.state().saveSession(true)
    const text = await textOf(here.saved, 'phantom_session.json')
    expect(text).not.toContain('monday')
    expect(text).not.toContain('AA batteries')

    const there = await startedStore()
    await there.state().loadSession(blob(text), 'phantom_session.json')
    expect(there.state()).toMatchObject({ model: 'rf', thresholds: { rf: 0.33 }, todayPlan: { perStore: 7, controls: false, order: 'stake' } })
    expect(settingOf(there.state())).toEqual(settingOf(here.state()))
    expect([...there.state().findings.entries]).toEqual([...here.state().findings.entries])
    const known = here.state().findings.entries.size
    expect(there.state().taken).toMatchObject({ kind: 'session', findings: { taken: known, unread: 0 }, mappings: { taken: 0, unkept: 1 } })
    await there.state().loadSession(blob(text), 'phantom_session.json')
    expect(there.state().taken).toMatchObject({ kind: 'session', findings: { taken: 0 } })
  })

  it('carries what thresholds were picked for, and sessions of before that still load', async () => {
    const { state, saved } = await startedStore()
    state().pickThreshold('lgbm', 0.4, goalAsAsked(state(), 'recall'))
    state().saveSession(false)
    const text = await textOf(saved, 'phantom_session.json')
    const { state: other } = await startedStore()
    await other().loadSession(blob(text), 'session.json')
    expect(selectPickedFor(other(), 'lgbm')).toEqual(goalAsAsked(state(), 'recall'))
    const session = JSON.parse(text) as { setting: Record<string, unknown> }
    delete session.setting['pickedFor']
    const { state: third } = await startedStore()
    await third().loadSession(blob(JSON.stringify(session)), 'session.json')
    expect(selectThreshold(third(), 'lgbm')).toBe(0.4)
    expect(selectPickedFor(third(), 'lgbm')).toBeNull()
  })

  it('without findings names neither store nor item', async () => {
    const { state, saved } = await startedStore()
    const [finding] = fc.sample(drawnFinding, { numRuns: 1, seed: 5 })
    state().mergeFindings([{ ...finding!, store: 'store-4711' }])
    state().saveSession(false)
    expect(await textOf(saved, 'phantom_session.json')).not.toContain('4711')
  })

  it('leaves out thresholds of models that are not here, and undo puts everything back', async () => {
    const { state, saved } = await startedStore()
    state().saveSession(false)
    const session: unknown = JSON.parse(await textOf(saved, 'phantom_session.json'))
    const strange = { ...(session as object), setting: { ...settingOf(state()), model: 'mine', thresholds: { mine: 0.2, xgb: 0.3 }, todayPlan: { perStore: 3, controls: true, order: 'walking' } } }
    const before = settingOf(state())
    await state().loadSession(blob(JSON.stringify(strange)), 's.json')
    expect(state()).toMatchObject({ model: 'lgbm', thresholds: { xgb: 0.3 }, taken: { fits: { strangeModel: 'mine', strangeThresholds: ['mine'] } } })
    state().undoTaken()
    expect(state()).toMatchObject({ ...before, taken: null })
  })

  it.each([
    ['{', 'not-a-session'],
    ['[]', 'not-a-session'],
    ['{"precision_floor_threshold": 0.5}', 'not-a-session'],
    [`{"format": "phantom-inventory-session", "format_version": ${sessionVersion + 1}}`, 'session-too-new'],
    ['{"format": "phantom-inventory-session", "format_version": 0}', 'session-damaged'],
    ['{"format": "phantom-inventory-session", "format_version": 1}', 'session-damaged'],
  ])('%s is refused whole', async (text, code) => {
    const { state } = await startedStore()
    const { model, thresholds, todayPlan } = state()
    await state().loadSession(blob(text), 's.json')
    expect(state()).toMatchObject({ model, thresholds, todayPlan, taken: { kind: 'refused', what: 'session', fault: { code } } })
  })

  it('with a threshold out of range is refused whole and names the place', async () => {
    const { state, saved } = await startedStore()
    state().setThreshold('lgbm', 0.5)
    state().saveSession(false)
    const text = (await textOf(saved, 'phantom_session.json')).replace('"lgbm": 0.5', '"lgbm": 5')
    await state().loadSession(blob(text), 's.json')
    expect(state().taken).toMatchObject({ kind: 'refused', fault: { code: 'session-damaged', sentence: expect.stringContaining('setting.thresholds.lgbm') as string } })
  })
})

describe('a link', () => {
  it('carries the setting to another browser, waits with its tab for the extract, and is undone', async () => {
    const here = await startedStore()
    here.state().chooseModel('xgb')
    here.state().setThreshold('xgb', 0.123456789)
    here.state().setTodayPlan({ perStore: 12, controls: true })
    here.state().setGoals({ recall: 0.123, checksIn: 'every-store' })
    here.state().setPayoff({ marginShare: 0.0000001, costOfMiss: 1e22 })
    here.state().openTab('Thresholds')
    here.state().openBenchSection('take-away')
    const hash = settingHash(here.state())

    const there = await startedStore()
    there.state().openLink(hash)
    expect(there.state()).toMatchObject({ model: 'xgb', thresholds: { xgb: 0.123456789 }, todayPlan: { perStore: 12, controls: true }, benchSection: 'take-away' })
    expect(settingOf(there.state())).toEqual(settingOf(here.state()))
    await there.state().dropFile(anyExtract, 'x.csv')
    expect(there.state().tab).toBe('Thresholds')
    there.state().undoTaken()
    expect(there.state()).toMatchObject({ model: 'lgbm', thresholds: {}, tab: 'Alerts', taken: null })
  })

  it('carries nothing of the extract', async () => {
    const { state } = await startedStore()
    await state().dropFile(anyExtract, 'secret-file.csv')
    state().setFilter({ store: '001', category: 'Dairy', search: 'batteries' })
    state().chooseTodayStore('001')
    expect(settingHash(state())).not.toMatch(/001|Dairy|batteries|secret/)
  })

  it('that is no link of ours does nothing', async () => {
    const { state } = await startedStore()
    const before = state()
    state().openLink('#main')
    state().openLink('')
    expect(state()).toBe(before)
  })

  it.each([
    ['setting', '2', 'link-too-new'],
    ['setting', '', 'link-damaged'],
    ['model', '', 'link-damaged'],
    ['at.lgbm', '7', 'link-damaged'],
    ['at.lgbm', '', 'link-damaged'],
    ['at.lgbm', '0x1', 'link-damaged'],
    ['checks', '0', 'link-damaged'],
    ['controls', 'maybe', 'link-damaged'],
    ['order', 'random', 'link-damaged'],
    ['tab', 'Secrets', 'link-damaged'],
    ['section', 'constructor', 'link-damaged'],
    ['goal.precisionBy', 'hope', 'link-damaged'],
    ['payoff.costOfCheck', '-1', 'link-damaged'],
  ])('with %s=%s is refused and changes nothing', async (name, value, code) => {
    const { state } = await startedStore()
    const { tab } = state()
    const before = settingOf(state())
    const pairs = new URLSearchParams(settingHash(state()).slice(1))
    pairs.set(name, value)
    state().openLink(`#${pairs.toString()}`)
    expect(state()).toMatchObject({ ...before, tab, taken: { kind: 'refused', what: 'link', fault: { code } } })
  })

  it('cut short anywhere is refused', async () => {
    const { state } = await startedStore()
    state().setThreshold('lgbm', 0.25)
    state().setPayoff({ costOfMiss: 125 })
    const hash = settingHash(state())
    const there = await startedStore()
    for (let length = '#setting='.length; length < hash.length; length++) {
      there.state().openLink(hash.slice(0, length))
      expect(there.state().taken?.kind).toBe('refused')
    }
  })
})
