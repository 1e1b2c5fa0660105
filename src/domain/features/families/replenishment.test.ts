import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../../testing/drawn-features'

describe('replenishment features', () => {
  const feature = featuresOf(`day sold on_hand received on_order min_display case_pack lead_time_forecast
    0 1 5 0 0 2 6 4
    1 0 11 6 6 2 6 4
    2 1 10 0 6 2 6 4
    3 0 10 0 6 2 6 4
    4 0 16 6 0 2 6 4
    5 0 16 0 - 0 - -`)

  it('count days, deliveries and units since they last came', () => {
    expect([0, 1, 3, 4, 5].map((row) => feature('days_since_receipt', row))).toEqual([NaN, 0, 2, 0, 1])
    expect(feature('received_28', 5)).toBe(12)
    expect(feature('mean_receipt_interval', 3)).toBeNaN()
    expect(feature('mean_receipt_interval', 5)).toBe(3)
    expect(feature('receipt_overdue', 5)).toBeCloseTo(1 / 3, 6)
  })

  it('count the days since the item lost its place on the shelf plan', () => {
    expect([0, 4, 5].map((row) => feature('days_without_display', row))).toEqual([0, 0, 1])
    expect(featuresOf('day sold on_hand\n0 1 5\n1 1 4')('days_without_display', 1)).toBeNaN()
  })

  it('count deliveries that no sale has followed', () => {
    expect([1, 2, 3, 4, 5].map((row) => feature('receipts_since_sale', row))).toEqual([1, 0, 0, 1, 1])
    expect(feature('received_since_sale', 5)).toBe(6)
    expect(feature('sold_since_receipt', 3)).toBe(1)
    expect(feature('sold_since_receipt', 5)).toBe(0)
  })

  it('tell a record that stands above the level at which deliveries came from one that they left to run down', () => {
    // Deliveries came at 5 (day 1) and 10 (day 4): .7 x 5 + .3 x 10 = 6.5.
    expect(feature('on_hand_vs_order_point', 0)).toBeNaN()
    expect(feature('on_hand_vs_order_point', 3)).toBeCloseTo(Math.log(11 / 6), 5)
    expect(feature('on_hand_vs_order_point', 5)).toBeCloseTo(Math.log(17 / 7.5), 5)
    const delisted = featuresOf('day sold on_hand received\n 0 0 4 0\n 1 0 10 6\n 2 6 4 0\n 3 1 3 0\n 4 0 3 0')
    expect([0, 1, 2, 3, 4].map((row) => delisted('days_at_order_point', row))).toEqual([NaN, 0, 1, 2, 3])
  })

  it('follow an order that does not come', () => {
    expect([1, 2, 3, 4].map((row) => feature('days_on_order', row))).toEqual([0, 1, 2, 0])
    expect(feature('units_on_order', 3)).toBe(6)
    expect(feature('days_on_order', 5)).toBeNaN()
  })

  it('hold on-hand against the display, the case and the lead-time forecast', () => {
    expect(feature('on_hand_vs_display', 3)).toBe(5)
    expect(feature('on_hand_vs_case_pack', 3)).toBeCloseTo(10 / 6, 6)
    expect(feature('lead_time_cover', 3)).toBe(2)
    expect(feature('on_hand_vs_display', 5)).toBeNaN()
    expect(feature('on_hand_vs_case_pack', 5)).toBeNaN()
    expect(feature('lead_time_cover', 5)).toBeNaN()
  })
})
