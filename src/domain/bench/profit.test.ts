import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import type { MeasuredRows } from './measured-rows'
import type { FindWorth, Payoff } from './payoff'
import { profit } from './profit'
import { rankedModel } from './ranked-model'

const worths = fc.oneof<fc.Arbitrary<FindWorth>[]>(
  fc.record({ by: fc.constant('find'), amount: fc.integer({ min: 0, max: 40 }) }),
  fc.record({ by: fc.constant('unit'), days: fc.integer({ min: 1, max: 30 }), marginOfUnit: fc.constantFrom(0.5, 2) }),
  fc.record({ by: fc.constant('price'), days: fc.integer({ min: 1, max: 30 }), marginShare: fc.constantFrom(0.25, 0.3) }),
)
const payoffs = fc.record({ costOfCheck: fc.constantFrom(0, 1, 7.5), worth: worths, shareRecovered: fc.constantFrom(0.25, 1), costOfMiss: fc.constantFrom(0, 3) })

/** Money of every morning at a threshold, row by row, less that of checking nothing. */
function profitByRow(rows: MeasuredRows, { costOfCheck, worth, shareRecovered, costOfMiss }: Payoff, threshold: number): number {
  const scores = rows.scores.get(drawnModel)!
  const worthOf = (row: number): number => {
    if (worth.by === 'find') return worth.amount
    return rows.unitsADay[row]! * worth.days * (worth.by === 'unit' ? worth.marginOfUnit : rows.price[row]! * worth.marginShare)
  }
  const phantom = [...scores.keys()].filter((row) => rows.labels[row] === 1 && !Number.isNaN(scores[row]!))
  const known = phantom.map(worthOf).filter((amount) => !Number.isNaN(amount))
  const typical = known.reduce((sum, amount) => sum + amount, 0) / known.length
  let sum = 0
  for (const [row, score] of scores.entries()) {
    if (!(score >= Math.fround(threshold))) continue
    sum -= costOfCheck
    if (rows.labels[row] === 1) sum += shareRecovered * (Number.isNaN(worthOf(row)) ? typical : worthOf(row)) + costOfMiss
  }
  return sum
}

describe('profit by a payoff table', () => {
  it('is the sum row by row at every threshold, and no threshold beats the best', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, payoffs, (rows, payoff) => {
        const answer = profit(rows, { model: drawnModel, payoff })
        if (answer === null) return
        const all = [...rankedModel(rows, drawnModel)!.curve.scores].map((score) => profitByRow(rows, payoff, score))
        // So few scores are all drawn.
        expect(answer.points.length).toBe(all.length)
        answer.points.forEach((point, at) => expect(point.profit).toBeCloseTo(all[at]!, 6))
        for (const { counts, worthFound, profit: stated } of answer.points) {
          expect(payoff.shareRecovered * worthFound - payoff.costOfCheck * (counts.tp + counts.fp) + payoff.costOfMiss * counts.tp).toBeCloseTo(stated, 6)
        }
        expect(answer.best.profit).toBeCloseTo(Math.max(...all), 6)
        expect(profitByRow(rows, payoff, answer.best.threshold)).toBeCloseTo(answer.best.profit, 6)
        expect(answer.best.reached).toBe(answer.best.profit > 0)
      }),
      { numRuns: 1000 },
    )
  })

  it('says nothing in money where no worth of a phantom row is known', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, (rows) => {
        const blind = { ...rows, price: rows.price.map(() => NaN) }
        const payoff: Payoff = { costOfCheck: 1, worth: { by: 'price', days: 7, marginShare: 0.3 }, shareRecovered: 1, costOfMiss: 0 }
        expect(profit(blind, { model: drawnModel, payoff })).toBeNull()
      }),
    )
  })
})
