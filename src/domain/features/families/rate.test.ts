import { describe, expect, it } from 'vitest'
import { drawDays, featuresOf } from '../../../testing/drawn-features'

/** Sells one unit a day for 60 days, then nothing while the record shows five. */
const stopped = featuresOf(`day sold on_hand forecast\n${drawDays(90, (day) => (day < 60 ? '1 5 1' : '0 5 .5'))}`)

describe('rate features', () => {
  it('keep the held rate through a silence in which the mean of 28 days sinks to almost nothing', () => {
    expect(stopped('held_rate', 59)).toBeGreaterThan(0.9)
    expect(stopped('held_rate', 89)).toBeGreaterThan(0.9)
    expect(stopped('mean_sold_28', 89)).toBe(0)
    expect(stopped('recent_vs_held_rate', 89)).toBeLessThan(-2.5)
  })

  it('add up what should have sold since the last sale', () => {
    expect(stopped('expected_since_sale', 59)).toBe(0)
    expect(stopped('expected_since_sale', 89)).toBeGreaterThan(25)
    expect(stopped('expected_since_sale', 89)).toBeLessThan(35)
    expect(stopped('forecast_since_sale', 89)).toBeCloseTo(15, 4)
  })

  it('find the silence the less probable the longer it lasts, by every measure', () => {
    for (const name of ['zero_streak_log_p_nb', 'zero_streak_log_p_p0', 'zero_streak_log_p_weekday', 'forecast_streak_log_p_nb']) {
      expect(stopped(name, 59), name).toBe(0)
      for (let row = 60; row < 90; row++) expect(stopped(name, row), name).toBeLessThan(stopped(name, row - 1))
      expect(stopped(name, 89), name).toBeLessThan(-10)
    }
  })

  it('take p0 as the share of past days on sale without a sale: n log p0', () => {
    const even = featuresOf(`day sold on_hand\n${drawDays(44, (day) => `${day < 40 && day % 2 === 1 ? 1 : 0} 9`)}`)
    // 39 days up to the last sale on day 39 plus that day: 40 days, 20 quiet, less a breath for days held by doubt.
    expect(even('zero_streak_log_p_p0', 43)).toBeCloseTo(4 * Math.log(0.5), 1)
  })

  it('count no day on which the record itself shows nothing', () => {
    const empty = featuresOf(`day sold on_hand\n${drawDays(90, (day) => (day < 60 ? '1 5' : '0 0'))}`)
    expect(empty('expected_since_sale', 89)).toBe(0)
    expect(empty('zero_streak_log_p_nb', 89)).toBe(0)
    expect(empty('p_unavailable', 89)).toBeLessThan(0.05)
  })

  it('grow sure that nothing is there, and unsure again by a sale', () => {
    const back = featuresOf(`day sold on_hand\n${drawDays(80, (day) => (day < 60 || day > 70 ? '1 5' : '0 5'))}`)
    expect(back('p_unavailable', 59)).toBeLessThan(0.01)
    expect(back('p_unavailable', 70)).toBeGreaterThan(0.9)
    expect(back('p_unavailable', 71)).toBeLessThan(0.2)
    expect(back('p_unavailable', 73)).toBeLessThan(0.01)
  })

  it('hold a slow item to all of its days where the recent ones are too few', () => {
    const slow = featuresOf(`day sold on_hand\n${drawDays(300, (day) => (day < 260 && day % 20 === 0 ? '1 5' : '0 5'))}`)
    expect(slow('own_units_behind_steady_rate', 299)).toBeGreaterThan(3 * slow('own_units_behind_rate', 299))
    expect(slow('steady_expected_since_sale', 299)).toBeGreaterThan(1.5)
    expect(slow('steady_expected_since_sale', 240)).toBe(0)
    for (let row = 245; row < 300; row++) expect(slow('zero_streak_log_p_steady', row)).toBeLessThanOrEqual(slow('zero_streak_log_p_steady', row - 1))
  })

  it('tell what the rate rests on: own sales, or the like elsewhere', () => {
    const days = (sku: string, sold: number) => Array.from({ length: 90 }, (_, day) => `${sku} ${day} ${sold} 5`).join('\n')
    const never = featuresOf(`sku day sold on_hand\n${days('A', 1)}\n${days('B', 1)}\n${days('C', 0)}`)
    expect(never('own_units_behind_rate', 269)).toBe(0)
    expect(never('held_rate', 269)).toBeLessThan(0.2 * never('prior_rate', 269))
    expect(stopped('own_units_behind_rate', 89)).toBeGreaterThan(20)
    expect(stopped('own_units_behind_rate', 89)).toBe(stopped('own_units_behind_rate', 60))
  })

  it('judge a new item by the same SKU in other stores', () => {
    const days = (store: number, sold: number, from: number) => Array.from({ length: 60 - from }, (_, i) => `${store} A ${from + i} ${sold} 40`).join('\n')
    const others = `${days(1, 5, 0)}\n${days(2, 5, 0)}\n${days(3, 5, 0)}`
    const alone = featuresOf(`store sku day sold on_hand\n${days(4, 0, 50)}`)
    const withPeers = featuresOf(`store sku day sold on_hand\n${others}\n${days(4, 0, 50)}`)
    expect(withPeers('held_rate', 189)).toBeGreaterThan(5 * alone('held_rate', 9))
  })
})
