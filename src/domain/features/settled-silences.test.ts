import { describe, expect, it } from 'vitest'
import { drawDays, featuresOf } from '../../testing/drawn-features'

/** Sells two a day, stops from day 40 to 59 with twelve on record, then as `after` says. */
const stopping = (after: string, delivery = 'none') =>
  featuresOf(
    `day sold on_hand received\n${drawDays(80, (day) => (day < 40 ? '2 12 2' : day < 60 ? `0 12 ${delivery === 'on day 50' && day === 50 ? 6 : 0}` : after))}`,
  )

describe('how earlier silences ended', () => {
  it('is unknown before one has ended, and then even', () => {
    const still = stopping('0 12 0')
    expect(still('silences_settled', 79)).toBe(0)
    expect(still('silences_ended_by_sale_share', 79)).toBe(0.5)
  })

  it('counts a sale from the old stock for the stock, from the day after', () => {
    const sold = stopping('2 12 0')
    expect(sold('silences_settled', 60)).toBe(0)
    expect(sold('silences_settled', 61)).toBe(1)
    expect(sold('silences_ended_by_sale_share', 61)).toBeCloseTo(2 / 3, 6)
    expect(sold('silences_ended_by_sale_rate', 61)).toBeGreaterThan(sold('silences_ended_by_sale_rate', 60))
  })

  it('counts a fall of the record without a sale against it', () => {
    const corrected = stopping('0 0 0')
    expect(corrected('silences_settled', 61)).toBe(1)
    expect(corrected('silences_ended_by_sale_share', 61)).toBeCloseTo(1 / 3, 6)
  })

  it('takes nothing from a sale after a delivery: it may be the new stock', () => {
    expect(stopping('2 12 0', 'on day 50')('silences_settled', 79)).toBe(0)
  })
})
