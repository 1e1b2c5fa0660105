import { expect, test } from 'vitest'
import { orderByPlaceInWords } from './order-words'

const nothing = { department: false, aisle: false, bin: false, category: false }

test('a walk is promised only where the aisles are known', () => {
  expect(orderByPlaceInWords({ ...nothing, aisle: true })).toBe('Walking order')
  for (const department of [true, false]) for (const bin of [true, false]) for (const category of [true, false]) expect(String(orderByPlaceInWords({ department, bin, category, aisle: false }))).not.toMatch(/walk/i)
})

test('what the list is grouped by comes first', () => {
  expect(orderByPlaceInWords({ ...nothing, department: true, bin: true, category: true })).toBe('By department and bin')
  expect(orderByPlaceInWords({ ...nothing, category: true, bin: true })).toBe('By category')
})

test('with nothing known of the place there is no such order', () => {
  expect(orderByPlaceInWords(nothing)).toBeNull()
})
