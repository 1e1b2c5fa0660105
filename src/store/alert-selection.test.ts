import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AlertQuery, AlertView } from '../domain/alerts/alert-row'
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
