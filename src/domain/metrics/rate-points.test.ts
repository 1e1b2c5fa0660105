import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alertRate, recall, specificity } from './confusion-measures'
import { atAlertRates, atFalseAlarmRates } from './rate-points'
import { buildThresholdCurve } from './threshold-curve'

const drawn = fc.array(fc.record({ score: fc.integer({ min: 0, max: 8 }), label: fc.integer({ min: 0, max: 1 }) }), { minLength: 1, maxLength: 40 })
const rates = [0, 0.1, 0.25, 0.3, 0.5, 0.9, 1]

/** All that thresholds can do: the counts of every distinct score, and of none. */
function everyCut(rows: readonly { readonly score: number; readonly label: number }[]) {
  return [Infinity, ...new Set(rows.map(({ score }) => score / 8))].map((cut) => {
    const flagged = rows.filter(({ score }) => score / 8 >= cut)
    const tp = flagged.filter(({ label }) => label === 1).length
    const positives = rows.filter(({ label }) => label === 1).length
    return { tp, fp: flagged.length - tp, fn: positives - tp, tn: rows.length - positives - (flagged.length - tp) }
  })
}

const curveOf = (rows: readonly { readonly score: number; readonly label: number }[]) =>
  buildThresholdCurve(Float32Array.from(rows, ({ score }) => score / 8), Uint8Array.from(rows, ({ label }) => label))

it('flags as much as any threshold can within the share of rows: the same as trying all', () => {
  fc.assert(
    fc.property(drawn, (rows) => {
      for (const { rate, counts } of atAlertRates(curveOf(rows), rates)) {
        const fitting = everyCut(rows).filter((cut) => alertRate(cut) <= rate + 1e-9)
        expect(counts.tp + counts.fp).toBe(Math.max(...fitting.map(({ tp, fp }) => tp + fp)))
      }
    }),
    { numRuns: 1000 },
  )
})

it('finds as much as any threshold can within the share of false alarms: the same as trying all', () => {
  fc.assert(
    fc.property(drawn, (rows) => {
      fc.pre(rows.some(({ label }) => label === 0))
      for (const { rate, counts } of atFalseAlarmRates(curveOf(rows), rates)) {
        const fitting = everyCut(rows).filter((cut) => 1 - specificity(cut) <= rate + 1e-9)
        expect(counts.tp).toBe(Math.max(...fitting.map(({ tp }) => tp)))
      }
    }),
    { numRuns: 1000 },
  )
})

it('of no row nothing is flagged, and of all rows everything; the threshold is the lowest score flagged', () => {
  const curve = curveOf([
    { score: 8, label: 1 },
    { score: 4, label: 0 },
    { score: 2, label: 1 },
  ])
  const [none, third, all] = atAlertRates(curve, [0, 1 / 3, 1])
  expect(none).toMatchObject({ threshold: NaN, counts: { tp: 0, fp: 0 } })
  expect(third).toMatchObject({ threshold: 1, counts: { tp: 1, fp: 0 } })
  expect(all?.threshold).toBe(0.25)
  expect(recall(all!.counts)).toBe(1)
})
