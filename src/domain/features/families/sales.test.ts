import { describe, expect, it } from 'vitest'
import { drawDays, featuresOf } from '../../../testing/drawn-features'

describe('sales features', () => {
  const feature = featuresOf(`day sold on_hand forecast
    0 0 9 1
    1 3 6 2
    2 0 6 2
    3 0 6 2
    4 1 5 1
    5 0 5 1
    6 - 5 -
    7 0 5 4`)

  it('count days since the last sale, and nothing before the first', () => {
    expect(feature('days_since_sale', 0)).toBeNaN()
    expect([1, 2, 3, 4, 5, 6, 7].map((row) => feature('days_since_sale', row))).toEqual([0, 1, 2, 0, 1, 2, 3])
  })

  it('count open days since the last sale without the days whose sales are unknown', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((row) => feature('open_days_since_sale', row))).toEqual([1, 0, 1, 2, 0, 1, 1, 2])
  })

  it('hold the silence against the longest that a sale has ended', () => {
    expect([0, 1, 3, 4, 7].map((row) => feature('longest_past_zero_run', row))).toEqual([NaN, 1, 1, 2, 2])
    expect(feature('zero_run_vs_past', 3)).toBe(2)
    expect(feature('zero_run_vs_past', 7)).toBe(1)
  })

  it('know the usual days between sales', () => {
    expect(feature('mean_sale_interval', 3)).toBeNaN()
    expect(feature('mean_sale_interval', 7)).toBe(3)
    expect(feature('silence_vs_interval', 7)).toBe(1)
  })

  it('leave unknown days out of means and shares', () => {
    expect(feature('mean_sold_7', 7)).toBeCloseTo(4 / 6, 6)
    expect(feature('mean_sold_28', 7)).toBeCloseTo(4 / 7, 6)
    expect(feature('zero_share_28', 7)).toBeCloseTo(5 / 7, 6)
    expect(feature('sd_sold_28', 1)).toBeCloseTo(1.5, 6)
    expect(feature('mean_sold_7', 6)).toBeCloseTo(4 / 6, 6)
  })

  it('take the gaps to the forecast of the day', () => {
    expect(feature('sales_gap', 1)).toBe(-1)
    expect(feature('sales_gap', 7)).toBe(4)
    expect(feature('sales_gap', 6)).toBeNaN()
    expect(feature('forecast_gap', 4)).toBeCloseTo(1 - 4 / 5, 6)
  })

  it('count the days of seven on which sales fell far below the forecast', () => {
    expect(feature('low_forecast_days_7', 3)).toBe(3)
    expect(feature('low_forecast_days_7', 7)).toBe(4)
  })

  it('put our own forecast where the file has none', () => {
    const bare = featuresOf(`day sold on_hand\n${drawDays(60, () => '2 50')}`)
    expect(bare('sales_gap', 59)).toBeCloseTo(0, 0)
    expect(bare('has_forecast', 59)).toBe(0)
    expect(feature('has_forecast', 7)).toBe(1)
  })

  it('compare four weeks with the weeks 8 to 20 before', () => {
    const slowing = featuresOf(`day sold on_hand\n${drawDays(100, (day) => `${day < 60 ? 4 : 1} 50`)}`)
    expect(slowing('velocity_change', 55)).toBeNaN()
    expect(slowing('velocity_change', 99)).toBeCloseTo(Math.log(1.05 / 4.05), 5)
  })
})
