import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsAt } from './counts-at'
import { drawnRows, knownPairs, rowsOf } from '../../testing/drawn-scores'
import { buildThresholdCurve } from './threshold-curve'

describe('the threshold curve', () => {
  it('merges equal scores into one step, whatever order the rows come in', () => {
    const curve = buildThresholdCurve(Float32Array.of(0.5, 0.25, 0.5, 0.75), Uint8Array.of(0, 1, 1, 1))
    expect([...curve.scores]).toEqual([0.75, 0.5, 0.25])
    expect([...curve.truePositives]).toEqual([1, 2, 3])
    expect([...curve.falsePositives]).toEqual([0, 1, 1])
  })

  it('leaves out rows without a score or without a known label', () => {
    const curve = buildThresholdCurve(Float32Array.of(NaN, 0.5, 0.5, 0.25), Float64Array.of(1, NaN, 1, 0))
    expect([curve.positives, curve.negatives]).toEqual([1, 1])
    expect(curve.scores.length).toBe(2)
  })

  it('agrees with counting row by row at any threshold', () => {
    fc.assert(
      fc.property(drawnRows, fc.oneof(fc.double({ min: -0.1, max: 1.1, noNaN: true }), fc.integer({ min: 0, max: 20 }).map((s) => s / 20)), (rows, threshold) => {
        const pairs = knownPairs(rows)
        const alert = (phantom: boolean, above: boolean) => pairs.filter((pair) => pair.phantom === phantom && pair.score >= Math.fround(threshold) === above).length
        expect(countsAt(buildThresholdCurve(rows.scores, rows.labels), threshold)).toEqual({
          tp: alert(true, true),
          fp: alert(false, true),
          fn: alert(true, false),
          tn: alert(false, false),
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('has strictly falling scores and counts that never fall', () => {
    fc.assert(
      fc.property(drawnRows, (rows) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        for (let step = 1; step < curve.scores.length; step++) {
          expect(curve.scores[step]!).toBeLessThan(curve.scores[step - 1]!)
          expect(curve.truePositives[step]!).toBeGreaterThanOrEqual(curve.truePositives[step - 1]!)
          expect(curve.falsePositives[step]!).toBeGreaterThanOrEqual(curve.falsePositives[step - 1]!)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('never gains an alert when the threshold is raised', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(drawnRows, unit, unit, (rows, a, b) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const lower = countsAt(curve, Math.min(a, b))
        const higher = countsAt(curve, Math.max(a, b))
        expect(higher.tp).toBeLessThanOrEqual(lower.tp)
        expect(higher.fp).toBeLessThanOrEqual(lower.fp)
      }),
      { numRuns: 1000 },
    )
  })

  it('stands for one class, for one score and for no row at all', () => {
    const oneClass = rowsOf([0.1, 0.9], '11')
    expect(countsAt(buildThresholdCurve(oneClass.scores, oneClass.labels), 0.5)).toEqual({ tp: 1, fp: 0, fn: 1, tn: 0 })
    const constant = rowsOf([0.5, 0.5, 0.5], '100')
    expect(countsAt(buildThresholdCurve(constant.scores, constant.labels), 0.5)).toEqual({ tp: 1, fp: 2, fn: 0, tn: 0 })
    expect(countsAt(buildThresholdCurve(new Float32Array(0), new Uint8Array(0)), 0.5)).toEqual({ tp: 0, fp: 0, fn: 0, tn: 0 })
  })

  it('refuses columns of different length', () => {
    expect(() => buildThresholdCurve(new Float32Array(2), new Uint8Array(3))).toThrow(RangeError)
  })

  it('is made of a million rows in a moment', () => {
    const scores = Float32Array.from({ length: 1_000_000 }, (_, row) => ((row * 2_654_435_761) % 4_294_967_296) / 4_294_967_296)
    const labels = Uint8Array.from(scores, (score, row) => Number(score > 0.5 && row % 3 === 0))
    const before = performance.now()
    const curve = buildThresholdCurve(scores, labels)
    // A tenth of a second where nothing else runs; a comparator sort or a quadratic merge would be far outside.
    expect(performance.now() - before).toBeLessThan(2000)
    expect(curve.positives + curve.negatives).toBe(1_000_000)
  })
})
