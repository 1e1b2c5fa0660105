import { describe, expect, it } from 'vitest'
import type { Mapping } from '../domain/csv/mapping'
import { answerMapping, feedField, fieldOfColumn, missingFields, nameColumn } from './draft-mapping'

const mapping: Mapping = { columns: { date: 0, sku_id: 1, on_hand: 2, units_sold: 3 }, dateOrder: 'ymd', decimal: '.' }

describe('changing a mapping', () => {
  it('lets a column feed one field at most', () => {
    const changed = feedField(mapping, 'units_received', 3)
    expect(changed.columns.units_received).toBe(3)
    expect(changed.columns.units_sold).toBeUndefined()
    expect(missingFields(changed)).toEqual(['units_sold'])
  })

  it('frees a field that is given no column', () => {
    expect(missingFields(feedField(mapping, 'date', null))).toEqual(['date'])
  })

  it('names a column instead of a field: what it was, and what the field had, go free', () => {
    const changed = nameColumn(mapping, 3, 'on_hand')
    expect(changed.columns).toEqual({ date: 0, sku_id: 1, on_hand: 3 })
    expect([2, 3].map((column) => fieldOfColumn(changed, column))).toEqual([null, 'on_hand'])
  })

  it('takes a column out of use, and leaves one alone that is not used', () => {
    expect(nameColumn(mapping, 0, null).columns).toEqual({ sku_id: 1, on_hand: 2, units_sold: 3 })
    expect(nameColumn(mapping, 9, null)).toEqual(mapping)
  })

  it('leaves the mapping that it was given as it was', () => {
    feedField(mapping, 'date', 3)
    expect(mapping.columns).toEqual({ date: 0, sku_id: 1, on_hand: 2, units_sold: 3 })
  })

  it('takes an answer about the form of dates and about columns at once', () => {
    const changed = answerMapping(mapping, { dateOrder: 'dmy', columns: { on_hand: 4, units_sold: null } })
    expect(changed).toEqual({ columns: { date: 0, sku_id: 1, on_hand: 4 }, dateOrder: 'dmy', decimal: '.' })
  })
})
