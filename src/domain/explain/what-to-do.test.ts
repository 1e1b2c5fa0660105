import { expect, it } from 'vitest'
import { fakeExplanation } from '../../testing/fake-explanation'
import type { Words } from './reason'
import type { RowFacts } from './row-facts'
import { whatToDo } from './what-to-do'

const words: Words = { day: (day) => `#${day}`, units: String, about: String, percent: String, money: String }
const { facts } = fakeExplanation(1000)
const stepsOf = (over: Partial<RowFacts> = {}) => whatToDo({ ...facts, ...over }, words).map(({ id }) => id)
const noDelivery: RowFacts['deliveries'] = { last: null, since: { count: 0, units: 0, latest: null }, usualDaysBetween: NaN }

it('a delivery that did not sell sends to the backroom before the shelf', () => {
  expect(stepsOf()).toEqual(['backroom', 'count', 'correct'])
  expect(stepsOf({ deliveries: noDelivery })).toEqual(['count', 'correct'])
})

it('an item that no store sells any more is asked about first', () => {
  expect(stepsOf({ deliveries: noDelivery, otherStores: { stores: 4, selling: 0, sold: 0, days: 29 } })[0]).toBe('range')
  expect(stepsOf({ deliveries: noDelivery, otherStores: { stores: 4, selling: 0, sold: 0, days: 5 } })).not.toContain('range')
})

it('one that still sells, or changed its price or place, has its tag checked', () => {
  expect(stepsOf({ silentDays: 0, lately: { days: 14, sold: 3, expected: 20 } })).toContain('tag')
  expect(stepsOf({ priceChange: { day: 972, from: 2, to: 3 } })).toContain('tag')
  expect(stepsOf({ promotion: { on: false, ended: 970 } })).toContain('tag')
  expect(stepsOf({ promotion: { on: false, ended: 930 } })).not.toContain('tag')
})

it('a fresh count and a closed store are good grounds to wait', () => {
  expect(stepsOf({ lastCount: { day: 997, units: 9, record: 9 } })[0]).toBe('trust-count')
  expect(stepsOf({ lastCount: { day: 980, units: 9, record: 9 } })).not.toContain('trust-count')
  expect(stepsOf({ silentDays: 2, closedDays: 1 })[0]).toBe('wait')
})
