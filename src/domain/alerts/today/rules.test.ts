/** Each rule on a drawn item that it is made for, and on the nearest one that it must leave alone. */
import { expect, test } from 'vitest'
import { buildFeatureContext } from '../../features/context'
import type { ExtractTable } from '../../table/extract-table'
import { tableFromText } from '../../../testing/table-from-text'
import { countsAreTold, isCountedLately } from './counted-lately'
import { unitsSoldWithoutStock } from './ghost'
import { gatherToday } from './gather-today'
import { isNotReordered } from './not-reordered'
import { isDisplayGone, isForecastGone } from './planned-end'
import { isSlowSeller } from './slow-seller'
import type { Standing } from './standing'
import { isStoppedElsewhere, stoppedStores } from './stopped-elsewhere'
import { isSilentWithItsStore, storeTrading } from './store-trading'

const range = (days: number) => Array.from({ length: days }, (_, day) => day)

/** A table of the given cells, by column word; `items` gives each store-item its cells of a day. */
function drawn(words: string, days: number, items: Readonly<Record<string, (day: number) => string>>): ExtractTable {
  return tableFromText([`store sku day ${words}`, ...Object.entries(items).flatMap(([name, cells]) => range(days).map((day) => `${name} ${day} ${cells(day)}`))].join('\n'))
}

/** The latest day of the store-item `name` ("store sku"). */
function standingOf(table: ExtractTable, name: string): Standing {
  const series = range(table.seriesCount).findLast((s) => `${table.stores[table.storeOfSeries[s]!]!} ${table.skus[table.skuOfSeries[s]!]!}` === name)!
  return { context: buildFeatureContext(table), series, row: table.seriesStart[series + 1]! - 1 }
}

const soldUntil = (last: number, units = 2) => (day: number) => `${day <= last ? units : 0} 14`

test('a slow seller is one whose silence is likelier than not by chance', () => {
  const table = drawn('sold on_hand', 60, { '1 slow': (day) => `${day % 20 === 12 ? 1 : 0} 5`, '1 fast': soldUntil(50), '1 fast-today': soldUntil(59) })
  expect(isSlowSeller(standingOf(table, '1 slow'))).toBe(true)
  expect(isSlowSeller(standingOf(table, '1 fast'))).toBe(false)
  expect(isSlowSeller(standingOf(table, '1 fast-today'))).toBe(true)
})

test('a count holds for seven days, its own included, and no longer', () => {
  const counted = (on: number) => (day: number) => `2 14 ${day === on ? 14 : '-'}`
  const table = drawn('sold on_hand counted', 40, { '1 a': counted(39), '1 b': counted(33), '1 c': counted(32), '1 never': counted(-1) })
  expect(countsAreTold(table)).toBe(true)
  expect(['1 a', '1 b', '1 c', '1 never'].map((name) => isCountedLately(standingOf(table, name)))).toEqual([true, true, false, false])
})

test('a column with a count on every row is no record of counts', () => {
  expect(countsAreTold(drawn('sold on_hand counted', 40, { '1 a': () => '2 14 0' }))).toBe(false)
  expect(countsAreTold(drawn('sold on_hand', 40, { '1 a': () => '2 14' }))).toBeNull()
})

test('an item that the other stores stopped selling too is ending; one that two of four still sell is not', () => {
  const stores = (stopping: number) => Object.fromEntries(range(4).map((store) => [`${store} x`, soldUntil(store < stopping ? 40 : 59)]))
  const ending = (stopping: number) => {
    const table = drawn('sold on_hand', 60, stores(stopping))
    const { context, series } = standingOf(table, '0 x')
    const latest = Int32Array.from(table.stores, () => Math.max(...table.day))
    return isStoppedElsewhere(context, series, stoppedStores(context, latest))
  }
  expect(ending(4)).toBe(true)
  expect(ending(2)).toBe(false)
  expect(ending(1)).toBe(false)
})

test('of two other stores nothing is concluded', () => {
  const table = drawn('sold on_hand', 60, Object.fromEntries(range(3).map((store) => [`${store} x`, soldUntil(40)])))
  const { context, series } = standingOf(table, '0 x')
  expect(isStoppedElsewhere(context, series, stoppedStores(context, Int32Array.from(table.stores, () => Math.max(...table.day))))).toBe(false)
})

test('a forecast that went to nothing before the silence tells an ending; one that sank in it does not', () => {
  const table = drawn('sold on_hand forecast', 80, {
    '1 ending': (day) => `${day <= 50 ? 2 : 0} 14 ${day <= 52 ? 2 : 0}`,
    '1 sinking': (day) => `${day <= 40 ? 2 : 0} 14 ${day <= 68 ? 2 : 0}`,
    '1 rounded': (day) => `${day % 9 === 0 && day < 60 ? 1 : 0} 14 ${day % 9 === 0 && day < 60 ? 1 : 0}`,
    '1 never': (day) => `0 14 ${day < 40 ? 1 : 0}`,
  })
  expect(['1 ending', '1 sinking', '1 rounded', '1 never'].map((name) => isForecastGone(standingOf(table, name)))).toEqual([true, false, false, false])
})

test('a minimum display that went to nothing tells an ending, one that never was does not', () => {
  const table = drawn('sold on_hand min_display', 60, { '1 gone': (day) => `2 14 ${day < 45 ? 6 : 0}`, '1 none': () => '2 14 0', '1 stands': () => '2 14 6' })
  expect(['1 gone', '1 none', '1 stands'].map((name) => isDisplayGone(standingOf(table, name)))).toEqual([true, false, false])
})

test('an item that stands below its order point for weeks without a delivery is given up; a frozen record above it is not', () => {
  // Deliveries of 10 came whenever 2 were left, until day 40.
  const cycle = (day: number) => 2 + (day % 10 === 0 ? 10 : 10 - (day % 10))
  const table = drawn('sold on_hand received', 90, {
    '1 given-up': (day) => (day <= 40 ? `1 ${cycle(day)} ${day % 10 === 0 ? 11 : 0}` : `0 1 0`),
    '1 frozen': (day) => (day <= 40 ? `1 ${cycle(day)} ${day % 10 === 0 ? 11 : 0}` : `0 9 0`),
  })
  expect(isNotReordered(standingOf(table, '1 given-up'))).toBe(true)
  expect(isNotReordered(standingOf(table, '1 frozen'))).toBe(false)
})

test('an item that is silent while its whole store is, is not at fault; one that was silent before is', () => {
  const others = Object.fromEntries(range(8).map((item) => [`1 o${item}`, soldUntil(56, 3)]))
  const table = drawn('sold on_hand', 60, { ...others, '1 with-store': soldUntil(56, 3), '1 before': soldUntil(40, 3) })
  const silent = (name: string) => {
    const standing = standingOf(table, name)
    return isSilentWithItsStore(standing, storeTrading(standing.context))
  }
  expect(silent('1 with-store')).toBe(true)
  expect(silent('1 before')).toBe(false)
})

test('an item that sells with nothing on record is a ghost; one that sold out, or was delivered and sold, is not', () => {
  const table = drawn('sold on_hand received', 40, {
    '1 ghost': (day) => `1 ${day < 20 ? 20 - day : 0} 0`,
    '1 negative': (day) => `1 ${38 - day} 0`,
    '1 sold-out': (day) => (day < 38 ? '1 9 1' : day === 38 ? '9 0 0' : '0 0 0'),
    '1 delivered': (day) => (day < 20 ? '1 5 1' : '4 0 4'),
    '1 long-ago': (day) => `${day === 25 ? 1 : 0} ${day < 20 ? 5 : 0} 0`,
    '1 stocked': () => '1 5 1',
  })
  const units = ['1 ghost', '1 negative', '1 sold-out', '1 delivered', '1 long-ago', '1 stocked'].map((name) => unitsSoldWithoutStock(standingOf(table, name)))
  expect(units).toEqual([7, 1, 0, 0, 0, 0])
})

test('the label of the latest day is told as the file states it, and nothing where it states none', () => {
  const stated = drawn('sold on_hand phantom', 40, { '1 a': () => '2 14 1', '1 b': (day) => `2 14 ${day === 39 ? '-' : '1'}`, '1 c': () => '2 14 0' })
  expect([...gatherToday(buildFeatureContext(stated)).label!]).toEqual([1, -1, 0])
  expect(gatherToday(buildFeatureContext(drawn('sold on_hand', 40, { '1 a': () => '2 14' }))).label).toBeNull()
  // Labels of days gone by say nothing of today's alerts.
  expect(gatherToday(buildFeatureContext(drawn('sold on_hand phantom', 40, { '1 a': (day) => `2 14 ${day < 39 ? '1' : '-'}` }))).label).toBeNull()
})
