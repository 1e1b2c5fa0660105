import { describe, expect, it } from 'vitest'
import { drawDays, featuresOf } from '../../../testing/drawn-features'

describe('stock features', () => {
  const feature = featuresOf(`day sold on_hand
    0 2 10
    1 0 10
    2 1 9
    3 0 9
    4 - -1
    5 0 9`)

  it('divide on-hand by the mean daily sales of the known days', () => {
    expect(feature('DailyBOH', 3)).toBe(9)
    expect(feature('stock_ratio_7', 3)).toBeCloseTo(9 / (3 / 4), 5)
    expect(feature('stock_ratio_28', 5)).toBeCloseTo(9 / (3 / 5), 5)
  })

  it('take half a unit of sales where none was made, so that no ratio is infinite', () => {
    const silent = featuresOf(`day sold on_hand\n${drawDays(20, () => '0 6')}`)
    expect(silent('stock_ratio_7', 19)).toBeCloseTo(6 / (0.5 / 7), 4)
    expect(silent('stock_ratio_14', 19)).toBeCloseTo(6 / (0.5 / 14), 4)
  })

  it('count the days that the record stood still', () => {
    expect([0, 1, 2, 3].map((row) => feature('on_hand_unchanged_days', row))).toEqual([0, 1, 0, 1])
  })

  it('know the mean, spread and highest of the record', () => {
    expect(feature('on_hand_mean_28', 2)).toBeCloseTo(29 / 3, 5)
    expect(feature('on_hand_sd_28', 2)).toBeCloseTo(Math.sqrt(2 / 9), 5)
    expect(feature('on_hand_vs_max_90', 3)).toBeCloseTo(0.9, 6)
  })

  it('let the highest record go after 90 days', () => {
    const falling = featuresOf(`day sold on_hand\n${drawDays(100, (day) => `0 ${day === 3 ? 50 : 10}`)}`)
    expect(falling('on_hand_vs_max_90', 92)).toBeCloseTo(0.2, 6)
    expect(falling('on_hand_vs_max_90', 93)).toBe(1)
  })

  it('remember a negative record', () => {
    expect(feature('days_since_negative_on_hand', 3)).toBeNaN()
    expect(feature('days_since_negative_on_hand', 5)).toBe(1)
    expect(feature('negative_on_hand_days_90', 5)).toBe(1)
  })
})
