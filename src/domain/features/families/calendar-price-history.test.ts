import { describe, expect, it } from 'vitest'
import { drawDays, featuresOf } from '../../../testing/drawn-features'

describe('calendar features', () => {
  it('call 2025-01-01 a Wednesday and the days from the 4th a weekend', () => {
    const feature = featuresOf(`day sold on_hand\n${drawDays(7, () => '1 5')}`)
    expect([0, 1, 2, 3, 4, 5, 6].map((row) => feature('day_of_week', row))).toEqual([2, 3, 4, 5, 6, 0, 1])
    expect([0, 1, 2, 3, 4, 5, 6].map((row) => feature('is_weekend', row))).toEqual([0, 0, 0, 1, 1, 0, 0])
  })
})

describe('price features', () => {
  const feature = featuresOf(`day sold on_hand price promo
    0 1 9 4 0
    1 1 8 2 1
    2 1 7 - -
    3 1 6 3 0`)

  it('hold the price against its mean and its highest', () => {
    expect(feature('price_vs_mean_28', 1)).toBeCloseTo(2 / 3, 6)
    expect(feature('price_vs_highest', 3)).toBeCloseTo(3 / 4, 6)
    expect(feature('price_vs_mean_28', 2)).toBeNaN()
  })

  it('know promotions and how long ago they ended', () => {
    expect([0, 1, 2, 3].map((row) => feature('on_promo', row))).toEqual([0, 1, NaN, 0])
    expect([0, 1, 2, 3].map((row) => feature('days_since_promo_end', row))).toEqual([NaN, 0, 1, 2])
    expect(feature('promo_share_28', 3)).toBeCloseTo(1 / 3, 6)
  })

  it('are missing without the columns', () => {
    const bare = featuresOf('day sold on_hand\n 0 1 5')
    for (const name of ['price_vs_mean_28', 'price_vs_highest', 'on_promo', 'days_since_promo_end', 'promo_share_28']) expect(bare(name, 0), name).toBeNaN()
  })

  it('expect more of an item on promotion', () => {
    const promoted = featuresOf(`day sold on_hand promo\n${drawDays(60, (day) => (day % 10 < 2 ? '6 50 1' : '2 50 0'))}`)
    const plain = featuresOf(`day sold on_hand promo\n${drawDays(60, (day) => (day % 10 < 2 ? '6 50 0' : '2 50 0'))}`)
    expect(promoted('sales_gap', 51)).toBeGreaterThan(plain('sales_gap', 51))
  })
})

describe('history features', () => {
  const feature = featuresOf('day sold on_hand\n 0 0 5\n 1 2 3\n 3 0 3')

  it('count days, also those that the file left out', () => {
    expect([0, 1, 2, 3].map((row) => feature('history_days', row))).toEqual([1, 2, 3, 4])
    expect(feature('observed_share_28', 3)).toBeCloseTo(3 / 4, 6)
  })

  it('know the first sale', () => {
    expect([0, 1, 3].map((row) => feature('ever_sold', row))).toEqual([0, 1, 1])
    expect([0, 1, 3].map((row) => feature('days_since_first_sale', row))).toEqual([NaN, 0, 2])
  })
})
