import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawPopulation, drawSample } from '../../testing/drawn-clusters'
import { randomNumbers } from '../../testing/random-table'
import { clusteredShare } from './clustered-share'
import type { ItemCounts } from './item-counts'

const column = fc.array(fc.nat(40), { minLength: 12, maxLength: 60 })
const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0)
const added = (a: Uint32Array, b: Uint32Array): Uint32Array => a.map((count, i) => count + b[i]!)

/** Both sides of each measure, by store-item. */
const sides: Readonly<Record<string, (counts: ItemCounts) => readonly [Uint32Array, Uint32Array]>> = {
  precision: ({ tp, fp }) => [tp, fp],
  recall: ({ tp, fn }) => [tp, fn],
  specificity: ({ tn, fp }) => [tn, fp],
  'alert rate': ({ tp, fp, fn, tn }) => [added(tp, fp), added(fn, tn)],
  F1: ({ tp, fp, fn }) => [tp.map((count) => 2 * count), added(fp, fn)],
}

describe('a share of clustered rows', () => {
  // Truth by population: precision .88, .84 and .52; some 130, 75 and 50 alerted store-items.
  const worlds = [
    { items: 3000, falseItems: 0.008, spread: 0.8, cases: 2000 },
    { items: 1500, falseItems: 0.01, spread: 1, cases: 4000 },
    { items: 600, falseItems: 0.05, spread: 0.5, cases: 4000 },
  ]
  for (const { items, falseItems, spread, cases } of worlds) {
    it(`covers the truth in 93 to 97 of 100 samples of ${items} store-items, both ways and from below`, () => {
      const population = drawPopulation({ items: 20_000, phantomItems: 0.05, falseItems, spellDays: 14, falseDays: 8, delayDays: 6, spread }, 11)
      const next = randomNumbers(12)
      const samples = Array.from({ length: cases }, () => drawSample(population, items, next))
      for (const [measure, of] of Object.entries(sides)) {
        const [part, rest] = of(population)
        const truth = sum(part) / (sum(part) + sum(rest))
        const shares = samples.map((sample) => clusteredShare(...of(sample))).filter(({ tooFew }) => !tooFew)
        expect(shares.length, measure).toBeGreaterThan(0.99 * cases)
        const within = shares.filter(({ low, high }) => low <= truth && truth <= high).length / shares.length
        const above = shares.filter(({ atLeast }) => atLeast <= truth).length / shares.length
        for (const covered of [within, above]) {
          expect(covered, measure).toBeGreaterThanOrEqual(0.93)
          expect(covered, measure).toBeLessThanOrEqual(0.97)
        }
      }
    })
  }

  it('gives a bound that is true more often than not promised where an interval cannot be had', () => {
    const population = drawPopulation({ items: 20_000, phantomItems: 0.05, falseItems: 0.003, spellDays: 14, falseDays: 8, delayDays: 6, spread: 0.8 }, 13)
    const truth = sum(population.tp) / (sum(population.tp) + sum(population.fp))
    const next = randomNumbers(14)
    const few = Array.from({ length: 2000 }, () => drawSample(population, 400, next))
      .map(({ tp, fp }) => clusteredShare(tp, fp))
      .filter(({ tooFew }) => tooFew)
    expect(few.length).toBeGreaterThan(1800)
    expect(few.filter(({ atLeast }) => atLeast <= truth).length / few.length).toBeGreaterThan(0.97)
    expect(few.every(({ low, high }) => Number.isNaN(low) && Number.isNaN(high))).toBe(true)
  })

  it('is the jackknife, written out', () => {
    fc.assert(
      fc.property(column, column, (a, b) => {
        const items = Math.min(a.length, b.length)
        const part = Uint32Array.from(a.slice(0, items))
        const rest = Uint32Array.from(b.slice(0, items))
        const { value, low, high, tooFew } = clusteredShare(part, rest)
        const odds = (without: number): number => {
          const keep = (_: number, i: number): boolean => i !== without
          return Math.log(sum(part.filter(keep)) / sum(rest.filter(keep)))
        }
        const counted = [...part.keys()].filter((i) => part[i]! + rest[i]! > 0)
        fc.pre(!tooFew)
        const replicates = counted.map(odds)
        const mean = replicates.reduce((total, odd) => total + odd, 0) / counted.length
        const error = Math.sqrt(((counted.length - 1) / counted.length) * replicates.reduce((total, odd) => total + (odd - mean) ** 2, 0))
        expect(value).toBeCloseTo(sum(part) / (sum(part) + sum(rest)), 12)
        // Both ends lie as many errors from the estimate, on the scale of log odds.
        const logOdds = (share: number): number => Math.log(share / (1 - share))
        const reach = (logOdds(high) - logOdds(low)) / 2
        expect((logOdds(high) + logOdds(low)) / 2).toBeCloseTo(odds(-1), 8)
        if (error > 1e-6) {
          expect(reach / error).toBeGreaterThan(1.95)
          expect(reach / error).toBeLessThan(2.32)
        }
      }),
    )
  })

  it('mirrors: what is known of one side is known of the other', () => {
    fc.assert(
      fc.property(column, column, (a, b) => {
        const items = Math.min(a.length, b.length)
        const share = clusteredShare(Uint32Array.from(a.slice(0, items)), Uint32Array.from(b.slice(0, items)))
        const other = clusteredShare(Uint32Array.from(b.slice(0, items)), Uint32Array.from(a.slice(0, items)))
        fc.pre(!share.tooFew)
        expect(other.low).toBeCloseTo(1 - share.high, 10)
        expect(other.high).toBeCloseTo(1 - share.low, 10)
      }),
    )
  })

  it('is not defined without a row', () => {
    expect(clusteredShare(new Uint32Array(20), new Uint32Array(20))).toEqual({ value: NaN, low: NaN, high: NaN, atLeast: NaN, items: 0, tooFew: true })
  })
})
