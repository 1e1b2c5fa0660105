import { describe, expect, it } from 'vitest'
import { drawDays, featuresOf } from '../../../testing/drawn-features'

describe('ledger features', () => {
  const feature = featuresOf(`day sold on_hand received adjusted counted
    0 2 10 0 0 -
    1 1 9 0 0 -
    2 1 14 6 0 -
    3 0 11 0 -2 11
    4 0 11 - 0 -
    5 - 11 0 0 -`)

  it('are what stays when sales, deliveries and corrections are taken out of the change of the record', () => {
    expect(feature('inventory_discrepancy', 0)).toBeNaN()
    expect([1, 2, 3, 4].map((row) => feature('inventory_discrepancy', row))).toEqual([0, 0, -1, 0])
    expect(feature('inventory_discrepancy', 5)).toBeNaN()
  })

  it('remember when and how far the record did not add up', () => {
    expect(feature('days_since_residual', 2)).toBeNaN()
    expect(feature('days_since_residual', 5)).toBe(2)
    expect(feature('residual_days_90', 5)).toBe(1)
    expect(feature('residual_sum_90', 5)).toBe(-1)
    expect(feature('residual_negative_sum_90', 5)).toBe(-1)
    expect(feature('residual_abs_mean_28', 5)).toBeCloseTo(1 / 4, 6)
  })

  it('know corrections and counts', () => {
    expect(feature('days_since_adjustment', 5)).toBe(2)
    expect(feature('adjusted_sum_90', 5)).toBe(-2)
    expect(feature('adjusted_sd_90', 5)).toBeCloseTo(Math.sqrt(4 / 6), 6)
    expect(feature('days_since_count', 5)).toBe(2)
  })

  it('take a rise as a delivery where the file tells of none, and a single unit as a riddle', () => {
    const untold = featuresOf('day sold on_hand\n 0 0 3\n 1 1 14\n 2 0 15\n 3 0 12')
    expect([1, 2, 3].map((row) => untold('inventory_discrepancy', row))).toEqual([0, 1, -3])
    expect(untold('days_since_receipt', 3)).toBe(2)
    expect(untold('adjusted_sum_90', 3)).toBeNaN()
    expect(untold('days_since_count', 3)).toBeNaN()
  })

  it('forget after 90 days', () => {
    const once = featuresOf(`day sold on_hand received\n${drawDays(100, (day) => `0 ${day < 5 ? 10 : 6} 0`)}`)
    expect(once('residual_sum_90', 94)).toBe(-4)
    expect(once('residual_sum_90', 95)).toBe(0)
    expect(once('residual_abs_mean_28', 33)).toBe(0)
  })
})
