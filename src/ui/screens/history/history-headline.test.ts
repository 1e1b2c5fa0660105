import { describe, expect, it } from 'vitest'
import { headlineOf } from './history-headline'

describe('the headline of a row', () => {
  it('tells the record, the silence, and what it cost', () => {
    expect(headlineOf({ onHand: 9, daysSinceSale: 14, missedUnits: 21.4, lostSales: 53.5 })).toBe(
      'The record shows 9 units, and nothing has sold for 14 days. In that time 21.4 units were expected to sell, 53.50 at shelf price.',
    )
  })

  it('keeps silent about money without a price, and about losses too small to name', () => {
    expect(headlineOf({ onHand: 1, daysSinceSale: 1, missedUnits: 3, lostSales: null })).not.toContain('price')
    expect(headlineOf({ onHand: 1, daysSinceSale: 1, missedUnits: 0.2, lostSales: 1 })).toBe('The record shows 1 unit, and nothing has sold for 1 day.')
  })

  it('counts from the beginning of the extract for an item that never sold', () => {
    expect(headlineOf({ onHand: 5, daysSinceSale: null, missedUnits: 8, lostSales: null })).toContain('Since the extract begins 8 units')
  })
})
