import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../../testing/drawn-features'

/** Days of one SKU: store by store, sold by day; the record shows `onHand`. */
function draw(stores: Readonly<Record<string, { readonly sold: (day: number) => number; readonly onHand?: number }>>, days = 60, sku = 'A'): string {
  return Object.entries(stores)
    .flatMap(([store, { sold, onHand = 20 }]) => Array.from({ length: days }, (_, day) => `${store} ${sku} ${day} ${sold(day)} ${onHand}`))
    .join('\n')
}

const head = 'store sku day sold on_hand\n'
const stopsAt40 = { sold: (day: number) => (day < 40 ? 2 : 0) }
const steady = { sold: () => 2 }
/** Row of a day of the n-th store in a table of 60 days a store. */
const at = (store: number, day: number) => store * 60 + day

describe('peer features', () => {
  it('tell an item that one store lost from one that the whole chain stopped selling', () => {
    const here = featuresOf(head + draw({ 1: stopsAt40, 2: steady, 3: steady }))
    const delisted = featuresOf(head + draw({ 1: stopsAt40, 2: stopsAt40, 3: stopsAt40 }))
    expect(here('peer_share_selling_7', at(0, 59))).toBe(1)
    expect(delisted('peer_share_selling_7', at(0, 59))).toBe(0)
    expect(here('peer_sold_vs_expected_silence', at(0, 59))).toBeGreaterThan(0.8)
    expect(delisted('peer_sold_vs_expected_silence', at(0, 59))).toBeLessThan(0.05)
    expect(here('peer_share_silent', at(0, 59))).toBe(0)
    expect(delisted('peer_share_silent', at(0, 59))).toBe(1)
    expect(here('peer_days_since_sale_min', at(0, 59))).toBe(0)
    expect(delisted('peer_days_since_sale_min', at(0, 59))).toBe(20)
    expect(delisted('peer_days_since_sale_typical', at(0, 59))).toBeCloseTo(20, 4)
  })

  it('expect less of a silence where the item sells worse in other stores too, and what it is where there are none', () => {
    const here = featuresOf(head + draw({ 1: stopsAt40, 2: steady, 3: steady }))
    const fades = { sold: (day: number) => (day < 40 ? 2 : day % 4 === 0 ? 1 : 0) }
    const everywhere = featuresOf(head + draw({ 1: stopsAt40, 2: fades, 3: fades }))
    const alone = featuresOf(head + draw({ 1: stopsAt40 }))
    const missed = 'expected_since_sale_by_peers'
    expect(here(missed, at(0, 59))).toBeGreaterThan(0.8 * here('steady_expected_since_sale', at(0, 59)))
    expect(everywhere(missed, at(0, 59))).toBeLessThan(0.4 * here(missed, at(0, 59)))
    expect(alone(missed, at(0, 59))).toBe(alone('steady_expected_since_sale', at(0, 59)))
    for (const feature of [here, everywhere]) {
      expect(feature('zero_streak_log_p_by_peers', at(0, 39))).toBeCloseTo(0, 10)
      expect(feature('zero_streak_log_p_by_peers', at(0, 59))).toBeLessThan(0)
    }
    expect(here('zero_streak_log_p_by_peers', at(0, 59))).toBeLessThan(everywhere('zero_streak_log_p_by_peers', at(0, 59)))
  })

  it('leave the store itself out', () => {
    const feature = featuresOf(head + draw({ 1: steady, 2: stopsAt40 }))
    expect(feature('peer_share_selling_7', at(0, 59))).toBe(0)
    expect(feature('peer_days_since_sale_min', at(0, 59))).toBe(20)
    expect(feature('peer_share_selling_7', at(1, 59))).toBe(1)
    expect(feature('peer_days_since_sale_min', at(1, 59))).toBe(0)
    expect(feature('peer_share_silent', at(1, 59))).toBe(0)
    expect(feature('peer_share_silent', at(0, 59))).toBe(1)
  })

  it('do not count a store whose record shows nothing', () => {
    const feature = featuresOf(head + draw({ 1: stopsAt40, 2: { sold: () => 0, onHand: 0 }, 3: steady }))
    expect(feature('peer_stores', at(0, 59))).toBe(1)
    expect(feature('peer_share_selling_28', at(0, 59))).toBe(1)
  })

  it('are missing, and peer_stores 0, where no other store carries the SKU', () => {
    const feature = featuresOf(head + draw({ 1: stopsAt40 }))
    expect(feature('peer_stores', 59)).toBe(0)
    for (const name of ['peer_share_selling_7', 'peer_sold_vs_expected_28', 'peer_sold_vs_expected_silence', 'peer_days_since_sale_min', 'peer_share_silent']) {
      expect(feature(name, 59), name).toBeNaN()
    }
  })
})
