import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../../testing/drawn-features'

const days = 50
/** Twelve items that sell two a day, but for what `sold` says; half Dairy, half Bread. */
function shop(sold: (item: number, day: number) => number): (name: string, item: number, day: number) => number {
  const items = Array.from({ length: 12 }, (_, item) => item)
  const feature = featuresOf(
    'sku day sold on_hand category\n' +
      items
        .flatMap((item) => Array.from({ length: days }, (_, day) => `${String.fromCharCode(65 + item)} ${day} ${sold(item, day)} 30 ${item < 6 ? 'Dairy' : 'Bread'}`))
        .join('\n'),
  )
  return (name, item, day) => feature(name, item * days + day)
}

describe('store features', () => {
  it('see a closed day, and no item is silent on it', () => {
    const feature = shop((_, day) => (day === 48 ? 0 : 2))
    expect(feature('store_closed_today', 3, 48)).toBe(1)
    expect(feature('store_closed_today', 3, 47)).toBe(0)
    expect(feature('days_since_store_closed', 3, 47)).toBeNaN()
    expect(feature('days_since_store_closed', 3, 49)).toBe(1)
    expect(feature('open_days_since_sale', 3, 48)).toBe(0)
    expect(feature('expected_since_sale', 3, 48)).toBe(0)
  })

  it('expect less of every item on a day on which the whole store is slow', () => {
    const usual = shop((item, day) => (item === 0 && day === 48 ? 0 : 2))
    const storm = shop((item, day) => (day === 48 ? (item === 1 ? 1 : 0) : 2))
    expect(storm('store_closed_today', 0, 48)).toBe(0)
    expect(storm('expected_since_sale', 0, 48)).toBeLessThan(0.7 * usual('expected_since_sale', 0, 48))
    expect(storm('store_zero_share_excess', 0, 48)).toBeGreaterThan(0.4)
    expect(usual('store_zero_share_excess', 0, 48)).toBeLessThan(0.1)
  })

  it('hold an item against the rest of its category, itself left out', () => {
    const seasonEnds = shop((item, day) => (item < 6 && day >= 35 ? 0 : 2))
    const alone = shop((item, day) => (item === 0 && day >= 35 ? 0 : 2))
    expect(seasonEnds('category_sold_vs_expected_7', 0, 49)).toBeLessThan(0.1)
    expect(alone('category_sold_vs_expected_7', 0, 49)).toBeGreaterThan(0.8)
    expect(seasonEnds('category_share_silent', 0, 49)).toBe(1)
    expect(alone('category_share_silent', 0, 49)).toBe(0)
    expect(alone('category_share_silent', 1, 49)).toBeCloseTo(1 / 5, 6)
    expect(alone('store_share_silent', 1, 49)).toBeCloseTo(1 / 11, 6)
  })

  it('are missing where there is no category, and say nothing of the category for an item alone in it', () => {
    const none = featuresOf('sku day sold on_hand\n A 0 1 5\n B 0 1 5')
    expect(none('category_sold_vs_expected_7', 0)).toBeNaN()
    expect(none('store_items', 0)).toBe(2)
    const single = featuresOf('sku day sold on_hand category\n A 0 1 5 Dairy\n B 0 1 5 Bread')
    expect(single('category_share_silent', 0)).toBeNaN()
  })
})
