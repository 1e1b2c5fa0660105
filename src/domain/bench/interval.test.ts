import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawPopulation, drawSample } from '../../testing/drawn-clusters'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import { randomNumbers } from '../../testing/random-table'
import { alertRate, baseRate, f1, lift, precision, recall, specificity } from '../metrics/confusion-measures'
import { clusteredLift } from './clustered-lift'
import { interval } from './interval'

it('values are those of the counts, and bounds stand about them', () => {
  fc.assert(
    fc.property(drawnMeasuredRows, fc.double({ min: 0, max: 1, noNaN: true }), (rows, threshold) => {
      const sure = interval(rows, { model: drawnModel, threshold })
      if (sure === null) {
        expect([...rows.scores.get(drawnModel)!].every(Number.isNaN)).toBe(true)
        return
      }
      const measures = { precision, recall, specificity, f1, alertRate, baseRate, lift }
      for (const name of ['precision', 'recall', 'specificity', 'f1', 'alertRate', 'baseRate', 'lift'] as const) {
        const { value, low, high, atLeast, tooFew } = sure[name]
        const plain = measures[name](sure.counts)
        if (Number.isNaN(plain)) expect(value).toBeNaN()
        else expect(value).toBeCloseTo(plain, 10)
        if (tooFew) continue
        expect(low).toBeLessThanOrEqual(atLeast)
        expect(atLeast).toBeLessThanOrEqual(value + 1e-12)
        expect(high).toBeGreaterThanOrEqual(value - 1e-12)
      }
    }),
    { numRuns: 1000 },
  )
})

it('the interval of lift covers the truth in 93 to 97 of 100 samples', () => {
  const population = drawPopulation({ items: 20_000, phantomItems: 0.05, falseItems: 0.03, spellDays: 14, falseDays: 8, delayDays: 6, spread: 0.6 }, 21)
  const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0)
  const truth = lift({ tp: sum(population.tp), fp: sum(population.fp), fn: sum(population.fn), tn: sum(population.tn) })
  const next = randomNumbers(22)
  const lifts = Array.from({ length: 2000 }, () => clusteredLift(drawSample(population, 1000, next)))
  const covered = lifts.filter(({ low, high }) => low <= truth && truth <= high).length / lifts.length
  expect(lifts.some(({ tooFew }) => tooFew)).toBe(false)
  expect(covered).toBeGreaterThanOrEqual(0.93)
  expect(covered).toBeLessThanOrEqual(0.97)
})

it('has nothing to say of a model that has scored no row', () => {
  fc.assert(
    fc.property(drawnMeasuredRows, (rows) => {
      expect(interval(rows, { model: 'unknown', threshold: 0.5 })).toBeNull()
    }),
  )
})
