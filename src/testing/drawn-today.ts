/** Facts of today's list drawn by chance, for properties: stores, places, prices, reasons. */
import fc from 'fast-check'
import { comparePlaces, type Place } from '../domain/alerts/today/place'
import { ruleReasons, type TodayFacts } from '../domain/alerts/today/today-facts'

export interface DrawnToday {
  readonly facts: TodayFacts
  /** A probability an entry; some NaN. */
  readonly scores: Float32Array
}

const text = (...texts: readonly string[]) => fc.option(fc.constantFrom(...texts), { nil: null })
const place: fc.Arbitrary<Place> = fc.record({
  department: text('Fresh', 'Dry'),
  aisle: text('2', '10', '1'),
  bin: text('a9', 'a10'),
  category: text('Dairy'),
})

const item = fc.record({
  store: fc.nat(2),
  place,
  units: fc.double({ min: 0.01, max: 50, noNaN: true }),
  price: fc.oneof(fc.constant(NaN), fc.double({ min: 0.1, max: 90, noNaN: true })),
  candidate: fc.boolean(),
  label: fc.constantFrom(-1, 0, 1),
  hold: fc.integer({ min: -1, max: ruleReasons.length - 1 }),
  score: fc.oneof({ weight: 9, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) }, { weight: 1, arbitrary: fc.constant(NaN) }),
})

export const drawnToday: fc.Arbitrary<DrawnToday> = fc.tuple(fc.array(item, { maxLength: 60 }), fc.boolean()).map(([items, priced]) => {
  const places = items.map((one) => one.place).sort(comparePlaces)
  return {
    facts: {
      stores: ['7', '007', '12'],
      skus: items.map((_, i) => `0${i}`),
      dayOfStore: [20_000, 20_000, 19_999],
      places,
      placed: { department: true, aisle: true, bin: true, category: true },
      rows: Uint32Array.from(items, (_, i) => 10 * i),
      store: Int32Array.from(items, (one) => one.store),
      sku: Int32Array.from(items, (_, i) => i),
      place: Int32Array.from(items, (one) => places.indexOf(one.place)),
      unitsPerDay: Float32Array.from(items, (one) => one.units),
      price: priced ? Float32Array.from(items, (one) => one.price) : null,
      candidate: Uint8Array.from(items, (one) => (one.candidate ? 1 : 0)),
      label: Int8Array.from(items, (one) => one.label),
      // What is no candidate is held back as new, unless it was counted lately.
      hold: Int8Array.from(items, (one) => (one.candidate ? (one.hold === 1 ? -1 : one.hold) : 1)),
      countsTold: true,
      ghosts: [],
    },
    scores: Float32Array.from(items, (one) => one.score),
  }
})
