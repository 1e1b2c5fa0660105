import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertQuery, AlertView } from '../domain/alerts/alert-row'
import { judgedScores } from '../domain/segments/judged-scores'
import { positionOf, selectAlerts, sumAlerts } from './alert-selection'

const byProbability: AlertQuery['order'] = { column: 'probability', descending: true }
const byStore: AlertQuery['order'] = { column: 'store', descending: false }

function viewOf(probabilities: readonly number[], missed: readonly number[] = probabilities.map(() => 1)): AlertView {
  return {
    rows: Uint32Array.from(probabilities, (_, i) => i),
    probabilities: Float32Array.from(probabilities),
    missedUnits: Float32Array.from(missed),
    lostSales: null,
  }
}

const scores = fc.array(fc.oneof(fc.float({ min: 0, max: 1, noNaN: true }), fc.constant(NaN)), { maxLength: 60 })
const share = fc.double({ min: 0, max: 1, noNaN: true })
/** As the engine orders them: falling, with those not scored yet at the end. */
const falling = (values: readonly number[]) => [...values].sort((a, b) => (Number.isNaN(b) ? -1 : b) - (Number.isNaN(a) ? -1 : a))

describe('alerts of a view whose segments have thresholds of their own', () => {
  /** Rows with a probability and, some of them, an own threshold. */
  const judged = fc.array(fc.tuple(fc.oneof(fc.float({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.5, NaN)), fc.oneof(fc.constant(NaN), fc.constantFrom(0.25, 0.5), fc.float({ min: 0, max: 1, noNaN: true }))), { maxLength: 60 })

  it('are what row by row reaches its own threshold or the common one, in the order of the view', () => {
    fc.assert(
      fc.property(judged, share, (drawn, threshold) => {
        const order = [...drawn].sort(([a], [b]) => (Number.isNaN(b) ? -1 : b) - (Number.isNaN(a) ? -1 : a))
        const view = { ...viewOf(order.map(([probability]) => probability)), judged: judgedScores(Float32Array.from(order, ([probability]) => probability), Float32Array.from(order, ([, cut]) => cut)) }
        const expected = order.flatMap(([probability, cut], i) => (probability >= (Number.isNaN(cut) ? Math.fround(threshold) : cut) ? [i] : []))
        for (const by of [byProbability, byStore]) {
          const selection = selectAlerts(view, by, threshold)
          expect(Array.from({ length: selection.count }, (_, i) => positionOf(selection, i))).toEqual(expected)
          expect(sumAlerts(view, selection).missedUnits).toBe(expected.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('alerts of a view', () => {
  it('are the same by bisection and by one pass', () => {
    fc.assert(
      fc.property(scores, share, (values, threshold) => {
        const view = viewOf(falling(values))
        const bisected = selectAlerts(view, byProbability, threshold)
        const passed = selectAlerts(view, byStore, threshold)
        expect(bisected.count).toBe(passed.count)
        for (let i = 0; i < passed.count; i++) expect(positionOf(bisected, i)).toBe(positionOf(passed, i))
      }),
    )
  })

  it('never grow when the threshold rises', () => {
    fc.assert(
      fc.property(scores, share, share, (values, a, b) => {
        const view = viewOf(falling(values))
        expect(selectAlerts(view, byProbability, Math.max(a, b)).count).toBeLessThanOrEqual(selectAlerts(view, byProbability, Math.min(a, b)).count)
      }),
    )
  })

  it('hold a row that scored exactly the threshold, whose score is a float32', () => {
    expect(selectAlerts(viewOf([0.7]), byProbability, 0.7).count).toBe(1)
    expect(selectAlerts(viewOf([0.7]), byStore, 0.7).count).toBe(1)
  })

  it('never hold a row that is not scored, even at threshold 0', () => {
    expect(selectAlerts(viewOf([0.5, NaN]), byProbability, 0).count).toBe(1)
    expect(selectAlerts(viewOf([NaN, 0.5]), byStore, 0).count).toBe(1)
  })
})

describe('sums over the alerts', () => {
  it('count alerts alone, wherever they stand in the view', () => {
    const view = viewOf([0.2, 0.9, 0.4, 0.8], [100, 3, 100, 4])
    expect(sumAlerts(view, selectAlerts(view, byStore, 0.5)).missedUnits).toBe(7)
  })

  it('say nothing of money without a price, and pass over rows that lack one', () => {
    const view = viewOf([0.9, 0.8])
    const selection = selectAlerts(view, byProbability, 0)
    expect(sumAlerts(view, selection).lostSales).toBeNull()
    expect(sumAlerts({ ...view, lostSales: Float32Array.of(2.5, NaN) }, selection).lostSales).toBe(2.5)
  })
})
