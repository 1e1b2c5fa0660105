import { expect, test } from 'vitest'
import type { RememberedMapping } from '../domain/csv/remembered-mapping'
import { createMappingKeeper } from './mapping-keeper'

function memory(full = false) {
  const held = new Map<string, string>()
  const setItem = (key: string, text: string) => {
    if (full) throw new DOMException('full', 'QuotaExceededError')
    held.set(key, text)
  }
  return { held, storage: { getItem: (key: string) => held.get(key) ?? null, setItem } }
}

const settled: RememberedMapping = { headers: ['Tag', 'Ding'], mapping: { columns: { date: 0, sku_id: 1 }, dateOrder: 'dmy', decimal: ',' }, savedAt: 5 }

test('a mapping is recalled by its headers in any order, until it is forgotten', () => {
  const { storage } = memory()
  const keeper = createMappingKeeper(() => storage)
  expect(keeper.keep(settled)).toBe(true)
  expect(keeper.recall(['Ding', ' Tag'])).toEqual(settled)
  expect(keeper.recall(['Ding'])).toBeNull()
  expect(keeper.forget(['Tag', 'Ding'])).toBe(true)
  expect(keeper.recall(['Tag', 'Ding'])).toBeNull()
})

test('all that is kept is listed, the latest first, until it is all forgotten', () => {
  const { storage } = memory()
  const keeper = createMappingKeeper(() => storage)
  const older = { ...settled, headers: ['Jour', 'Article'], savedAt: 3 }
  keeper.keep(settled)
  keeper.keep(older)
  expect(keeper.all()).toEqual([settled, older])
  expect(keeper.forgetAll()).toBe(true)
  expect([keeper.all(), keeper.recall(settled.headers)]).toEqual([[], null])
})

test('a browser that keeps nothing says so and breaks nothing', () => {
  const { storage } = memory(true)
  expect(createMappingKeeper(() => storage).keep(settled)).toBe(false)
  const refusing = createMappingKeeper(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  expect([refusing.recall(['Tag']), refusing.all(), refusing.keep(settled), refusing.forget(['Tag']), refusing.forgetAll()]).toEqual([null, [], false, false, false])
})

test('what is not ours in that place is left aside', () => {
  const { held, storage } = memory()
  const keeper = createMappingKeeper(() => storage)
  for (const text of ['{', '{"version":9}', '{"version":1,"mappings":[{"headers":[1]}]}']) {
    held.set('phantom-mappings', text)
    expect(keeper.recall(['Tag', 'Ding'])).toBeNull()
  }
})
