import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnToday, type DrawnToday } from '../../../testing/drawn-today'
import { storeItemKey } from '../../table/store-item-key'
import { controlPlaces } from './control-draw'
import { holdReasons } from './hold-reason'
import { comparePlaces } from './place'
import { nothingChecked, reasonOf, todaysLists, type TodayWish } from './todays-list'
import { walkingGroups } from './walking-order'

const wishes = fc.record({
  threshold: fc.double({ min: 0, max: 1, noNaN: true }),
  perStore: fc.integer({ min: 1, max: 30 }),
  controls: fc.boolean(),
  putBack: fc.subarray([...holdReasons]).map((reasons) => new Set(reasons)),
})
const wishOf = (drawn: Omit<TodayWish, 'checked'>): TodayWish => ({ ...drawn, checked: () => nothingChecked })
const every = (claim: (drawn: DrawnToday, wish: TodayWish) => void) => fc.assert(fc.property(drawnToday, wishes, (drawn, wish) => claim(drawn, wishOf(wish))))

test('no alert is lost: each is listed, waits, or is held back with its reason', () => {
  every(({ facts, scores }, wish) => {
    const lists = todaysLists(facts, scores, wish)
    const listed = lists.flatMap(({ items }) => items.filter(({ control }) => !control).map(({ row }) => row))
    const held = lists.flatMap((list) => list.held.flatMap(({ rows }) => rows))
    const waiting = lists.reduce((sum, list) => sum + list.waiting, 0)
    const alerts = [...facts.rows].filter((_, i) => scores[i]! >= Math.fround(wish.threshold))
    expect(listed.length + held.length + waiting).toBe(alerts.length)
    expect(new Set([...listed, ...held]).size).toBe(listed.length + held.length)
    for (const row of [...listed, ...held]) expect(alerts).toContain(row)
  })
})

test('a list is never longer than the store can check, and holds what is most at stake', () => {
  every(({ facts, scores }, wish) => {
    for (const { items, waiting } of todaysLists(facts, scores, wish)) {
      expect(items.length).toBeLessThanOrEqual(wish.perStore)
      const alerts = items.filter(({ control }) => !control)
      const worth = alerts.map(({ probability, stakePerDay }) => probability * stakePerDay)
      expect(worth).toEqual([...worth].sort((a, b) => b - a))
      if (waiting > 0) expect(items.length).toBe(wish.perStore)
    }
  })
})

test('the expected hits lie between none and all of the alerts listed', () => {
  every(({ facts, scores }, wish) => {
    for (const { items, expectedHits } of todaysLists(facts, scores, wish)) {
      const alerts = items.filter(({ control }) => !control)
      expect(expectedHits).toBeGreaterThanOrEqual(wish.threshold * alerts.length - 1e-5)
      expect(expectedHits).toBeLessThanOrEqual(alerts.length)
    }
  })
})

test('labels are told of the alerts listed alone, and never move them', () => {
  every(({ facts, scores }, wish) => {
    const lists = todaysLists(facts, scores, wish)
    const labelOf = new Map([...facts.rows].map((row, i) => [row, facts.label![i]!]))
    for (const { items, labelled } of lists) {
      const known = items.filter(({ control, row }) => !control && labelOf.get(row) !== -1)
      expect(labelled).toMatchObject({ alerts: known.length, phantom: known.filter(({ row }) => labelOf.get(row) === 1).length })
      expect(labelled.expectedHits).toBeCloseTo(known.reduce((sum, { probability }) => sum + probability, 0))
    }
    const unlabelled = todaysLists({ ...facts, label: null }, scores, wish)
    expect(unlabelled.map(({ items }) => items)).toEqual(lists.map(({ items }) => items))
    for (const { labelled } of unlabelled) expect(labelled).toEqual({ alerts: 0, phantom: 0, expectedHits: 0 })
  })
})

test('what is put back is held back no more, and nothing else comes with it', () => {
  every(({ facts, scores }, wish) => {
    const all = { ...wish, perStore: 1000, controls: false, putBack: new Set(holdReasons) }
    for (const list of todaysLists(facts, scores, all)) {
      expect(list.held).toEqual([])
      expect(list.waiting).toBe(0)
    }
    for (const list of todaysLists(facts, scores, wish)) for (const { reason } of list.held) expect(wish.putBack.has(reason)).toBe(false)
  })
})

test('control rows are drawn from what is no alert, are the same every time, and take a tenth of the places at most', () => {
  every(({ facts, scores }, drawn) => {
    const wish = { ...drawn, controls: true }
    const lists = todaysLists(facts, scores, wish)
    expect(todaysLists(facts, scores, wish)).toEqual(lists)
    for (const { items } of lists) {
      const controls = items.filter(({ control }) => control)
      expect(controls.length).toBeLessThanOrEqual(controlPlaces(wish.perStore))
      for (const { probability, row } of controls) {
        expect(probability).toBeLessThan(Math.fround(wish.threshold))
        expect(facts.candidate[[...facts.rows].indexOf(row)]).toBe(1)
      }
    }
  })
})

test('without the wish no row is drawn', () => {
  every(({ facts, scores }, wish) => {
    for (const { items } of todaysLists(facts, scores, { ...wish, controls: false })) expect(items.some(({ control }) => control)).toBe(false)
  })
})

test('a row that is checked leaves the list and frees no place for another today', () => {
  every(({ facts, scores }, wish) => {
    const quiet = { ...wish, controls: false, putBack: new Set<never>() }
    const before = todaysLists(facts, scores, quiet)
    for (const [s, list] of before.entries()) {
      const first = list.items[0]
      if (!first) continue
      const i = [...facts.rows].indexOf(first.row)
      const key = new Set([storeItemKey(list.store, facts.skus[facts.sku[i]!]!)])
      const after = todaysLists(facts, scores, { ...quiet, checked: () => ({ lately: key, thatDay: key }) })[s]!
      expect(after.items.map(({ row }) => row)).toEqual(list.items.slice(1).map(({ row }) => row))
      expect(after.done).toBe(1)
      expect(after.held.find(({ reason }) => reason === 'checked-lately')?.rows).toEqual([first.row])
    }
  })
})

test('a check of one store says nothing of another store with nearly the same name', () => {
  every(({ facts }) => {
    for (let i = 0; i < facts.rows.length; i++) {
      const others = new Set(facts.stores.filter((_, store) => store !== facts.store[i]).map((store) => storeItemKey(store, facts.skus[facts.sku[i]!]!)))
      expect(reasonOf(facts, i, others)).not.toBe('checked-lately')
    }
  })
})

test('a walk passes each place once, in natural order, and leaves out no item', () => {
  every(({ facts, scores }, wish) => {
    for (const { items } of todaysLists(facts, scores, wish)) {
      const walk = walkingGroups(items, facts.placed).flatMap((group) => group.items)
      expect(new Set(walk.map(({ row }) => row))).toEqual(new Set(items.map(({ row }) => row)))
      walk.forEach(({ place }, i) => {
        if (i > 0) expect(comparePlaces(walk[i - 1]!.place, place)).toBeLessThanOrEqual(0)
      })
    }
  })
})
