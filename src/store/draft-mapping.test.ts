import { describe, expect, it } from 'vitest'
import type { Mapping } from '../domain/csv/mapping'
import { answerMapping, feedField, missingFields } from './draft-mapping'

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

  it('leaves the mapping that it was given as it was', () => {
    feedField(mapping, 'date', 3)
    expect(mapping.columns).toEqual({ date: 0, sku_id: 1, on_hand: 2, units_sold: 3 })
  })

  it('takes an answer about the form of dates and about columns at once', () => {
    const changed = answerMapping(mapping, { dateOrder: 'dmy', columns: { on_hand: 4, units_sold: null } })
    expect(changed).toEqual({ columns: { date: 0, sku_id: 1, on_hand: 4 }, dateOrder: 'dmy', decimal: '.' })
  })
})
