import { expect, test } from 'vitest'
import type { RememberedMapping } from '../domain/csv/remembered-mapping'
import { fakeEngine } from '../testing/fake-engine'
import { createAppStore } from './create-app-store'
import { createMappingKeeper } from './mapping-keeper'

const settled = (headers: readonly string[], savedAt: number): RememberedMapping => ({ headers, mapping: { columns: { date: 0, sku_id: 1 }, dateOrder: 'dmy', decimal: ',' }, savedAt })

/** A store whose browser keeps these mappings; `stuck` makes it refuse every change from then on. */
function storeWith(kept: readonly RememberedMapping[]) {
  let text: string | null = null
  let stuck = false
  const setItem = (_: string, written: string) => {
    if (stuck) throw new DOMException('denied', 'SecurityError')
    text = written
  }
  const mappingKeeper = createMappingKeeper(() => ({ getItem: () => text, setItem }))
  for (const one of kept) mappingKeeper.keep(one)
  const store = createAppStore(fakeEngine().engine, { prepare: () => Promise.resolve(), fetchDemo: () => Promise.resolve(new Blob()), saveFile: () => undefined, mappingKeeper })
  return { state: () => store.getState(), refuse: () => (stuck = true) }
}

const names = (state: { readonly keptMappings: readonly RememberedMapping[] }) => state.keptMappings.map(({ headers }) => headers.join(' '))

test('what the browser keeps is there once it is looked up, the latest settled first', () => {
  const { state } = storeWith([settled(['Tag', 'Ding'], 5), settled(['jour', 'article'], 9)])
  expect(state().keptMappings).toEqual([])
  state().lookUpKeptMappings()
  expect(names(state())).toEqual(['jour article', 'Tag Ding'])
})

test('one is forgotten by its headers in any order, and then all of them', () => {
  const { state } = storeWith([settled(['Tag', 'Ding'], 5), settled(['jour', 'article'], 9), settled(['day', 'item'], 7)])
  state().forgetMapping(['article', 'jour'])
  expect(names(state())).toEqual(['day item', 'Tag Ding'])
  state().forgetAllMappings()
  expect(names(state())).toEqual([])
})

test('a browser that does not let go says so, and the list still shows what it keeps', () => {
  const { state, refuse } = storeWith([settled(['Tag', 'Ding'], 5)])
  refuse()
  state().forgetAllMappings()
  expect(state().notice?.sentence).toMatch(/did not let go/)
  expect(names(state())).toEqual(['Tag Ding'])
})
