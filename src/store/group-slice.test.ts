import { describe, expect, test, vi } from 'vitest'
import type { Engine } from '../engine/engine'
import { fakeEngine } from '../testing/fake-engine'
import { fakeProposal, layoutOf } from '../testing/fake-extract'
import { startedStore } from '../testing/started-store'
import { createAppStore } from './create-app-store'
import { createMappingKeeper } from './mapping-keeper'

const files = ['mon.csv', 'tue.csv', 'wed.csv'].map((name) => ({ name, blob: new Blob([name]) }))
const other = { ...fakeProposal, headers: [...fakeProposal.headers].reverse(), mapping: { ...fakeProposal.mapping, dateOrder: 'dmy' as const } }

describe('several files dropped together', () => {
  test('of the same columns are read at once, in the order of their days', async () => {
    const openGroup = vi.fn<Engine['openGroup']>((...given) => fakeEngine().engine.openGroup(...given))
    const { state } = await startedStore({}, { openGroup })
    await state().dropFiles(files.toReversed())
    expect(state().phase.phase).toBe('ready')
    expect(state().file?.name).toBe('wed.csv and 2 more')
    expect(openGroup.mock.calls[0]![0].map(({ name }) => name)).toEqual(['wed.csv', 'tue.csv', 'mon.csv'])
  })

  test('of other columns are shown set by set, and read when the last is settled', async () => {
    const openGroup = vi.fn<Engine['openGroup']>((...given) => fakeEngine().engine.openGroup(...given))
    const layouts = [layoutOf(fakeProposal, ['mon.csv', 'tue.csv']), { ...layoutOf(other, ['wed.csv']), files: [{ ...layoutOf(other, ['', '', 'wed.csv']).files[2]! }] }]
    const { state } = await startedStore({ layouts }, { openGroup })
    await state().dropFiles(files)
    expect(state().phase.phase).toBe('mapping')
    expect(openGroup).not.toHaveBeenCalled()
    await state().applyMapping()
    expect([state().phase.phase, state().group?.at, state().mapping?.dateOrder]).toEqual(['mapping', 1, 'dmy'])
    await state().applyMapping()
    expect(state().phase.phase).toBe('ready')
    expect(openGroup.mock.calls[0]![0].map(({ name, mapping }) => [name, mapping.dateOrder])).toEqual([['mon.csv', 'ymd'], ['tue.csv', 'ymd'], ['wed.csv', 'dmy']])

    state().editMapping()
    expect(state().group?.at).toBe(0)
    state().keepMapping()
    expect([state().phase.phase, state().group?.at, state().mapping?.dateOrder]).toEqual(['ready', 1, 'dmy'])
  })

  test('one file alone is no group', async () => {
    const { state } = await startedStore()
    await state().dropFiles(files.slice(0, 1))
    expect([state().file?.name, state().group, state().phase.phase]).toEqual(['mon.csv', null, 'ready'])
    await state().dropFiles([])
    expect(state().file?.name).toBe('mon.csv')
  })
})

describe('a mapping that was settled once', () => {
  async function storeWith(held: Map<string, string>, full = false) {
    const question = { id: 'date-order' as const, text: 'Which?', options: [{ label: 'Day first', change: { dateOrder: 'dmy' as const } }] }
    const { engine } = fakeEngine({ proposal: { questions: [question] } })
    const setItem = (key: string, text: string) => {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      held.set(key, text)
    }
    const mappingKeeper = createMappingKeeper(() => ({ getItem: (key) => held.get(key) ?? null, setItem }))
    const store = createAppStore(engine, { prepare: () => Promise.resolve(), fetchDemo: () => Promise.resolve(new Blob()), saveFile: () => undefined, mappingKeeper, now: () => 1_000 })
    await store.getState().start()
    return () => store.getState()
  }

  test('asks nothing for the next file with the same headers, until it is forgotten', async () => {
    const held = new Map<string, string>()
    const first = await storeWith(held)
    await first().dropFile(new Blob(), 'a.csv')
    expect(first().phase.phase).toBe('mapping')
    first().answerQuestion('date-order', 0)
    await first().applyMapping()
    expect([first().phase.phase, first().recalledFrom]).toEqual(['ready', 1_000])

    const later = await storeWith(held)
    await later().dropFile(new Blob(), 'b.csv')
    expect([later().phase.phase, later().mapping?.dateOrder, later().recalledFrom]).toEqual(['ready', 'dmy', 1_000])
    later().forgetMapping(later().proposal!.headers)
    expect(later().recalledFrom).toBeNull()
    await later().dropFile(new Blob(), 'c.csv')
    expect(later().phase.phase).toBe('mapping')
  })

  test('that the browser did not keep is said, and the file is scored all the same', async () => {
    const state = await storeWith(new Map(), true)
    await state().dropFile(new Blob(), 'a.csv')
    state().answerQuestion('date-order', 0)
    await state().applyMapping()
    expect(state().phase.phase).toBe('ready')
    expect(state().notice?.sentence).toMatch(/did not keep/)
  })
})
