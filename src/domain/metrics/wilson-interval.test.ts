import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wilsonInterval } from './wilson-interval'

const sample = fc.integer({ min: 1, max: 5_000 }).chain((of) => fc.record({ of: fc.constant(of), hits: fc.integer({ min: 0, max: of }) }))

it('gives the published figures', () => {
  // Agresti & Coull 1998: none of ten.
  expect(wilsonInterval(0, 10).high).toBeCloseTo(0.2775, 3)
  expect(wilsonInterval(9, 12).low).toBeCloseTo(0.4677, 3)
  expect(wilsonInterval(9, 12).high).toBeCloseTo(0.9111, 3)
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
})

it('holds the share seen and stays within 0 and 1', () => {
  fc.assert(
    fc.property(sample, ({ hits, of }) => {
      const { low, high } = wilsonInterval(hits, of)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(hits / of)
      expect(high).toBeGreaterThanOrEqual(hits / of)
    }),
  )
})

it('mirrors: what is known of hits is known of misses', () => {
  fc.assert(
    fc.property(sample, ({ hits, of }) => {
      expect(wilsonInterval(of - hits, of).low).toBeCloseTo(1 - wilsonInterval(hits, of).high, 12)
    }),
  )
})

it('narrows with more trials of the same share, and rises with each hit', () => {
  fc.assert(
    fc.property(sample, fc.integer({ min: 2, max: 9 }), ({ hits, of }, times) => {
      const few = wilsonInterval(hits, of)
      const many = wilsonInterval(hits * times, of * times)
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
      if (hits < of) expect(wilsonInterval(hits + 1, of).low).toBeGreaterThan(few.low)
    }),
  )
})
