import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ScoredItems } from './binned-items'
import { solveEstimated, type EstimatedGoal } from './solve-estimated'

/** So few store-items that probabilities are taken as calibrated: what is expected can be summed by hand. */
const few = fc.array(fc.float({ min: Math.fround(0.01), max: Math.fround(0.99), noNaN: true }), { minLength: 1, maxLength: 29 }).map((scores): ScoredItems => ({
  scores: Float32Array.from(scores),
  item: Uint32Array.from(scores, (_, i) => i),
  items: scores.length,
}))
const calibrationShare = 0.05
const share = fc.double({ min: 0, max: 1, noNaN: true })

function expectedAt({ scores }: ScoredItems, threshold: number) {
  const alerts = [...scores].filter((score) => score >= Math.fround(threshold))
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0)
  return { alerts: alerts.length, precision: sum(alerts) / alerts.length, recall: sum(alerts) / sum([...scores]) }
}

const every = (claim: (given: ScoredItems, floor: number) => void) => fc.assert(fc.property(few, share, claim))

it('the threshold for a precision holds it, and no lower one does', () => {
  every((given, floor) => {
    const found = solveEstimated(given, calibrationShare, { kind: 'precision', floor })!
    const at = expectedAt(given, found.threshold)
    if (!found.reached) {
      expect(Math.max(...given.scores)).toBeLessThan(floor + 1e-6)
      return
    }
    expect(at.precision).toBeGreaterThanOrEqual(floor - 1e-6)
    for (const score of given.scores) if (score < Math.fround(found.threshold)) expect(expectedAt(given, score).precision).toBeLessThan(floor + 1e-6)
  })
})

it('the threshold for a recall reaches it with the fewest alerts', () => {
  every((given, floor) => {
    const found = solveEstimated(given, calibrationShare, { kind: 'recall', floor })!
    const at = expectedAt(given, found.threshold)
    expect(found.reached).toBe(true)
    expect(at.recall).toBeGreaterThanOrEqual(floor - 1e-6)
    for (const score of given.scores) if (expectedAt(given, score).alerts < at.alerts) expect(expectedAt(given, score).recall).toBeLessThan(floor + 1e-6)
  })
})

const priced = (given: ScoredItems, worth: (row: number) => number): EstimatedGoal => ({ kind: 'payoff', worth: Float32Array.from(given.scores, (_, row) => worth(row)), costOfCheck: 2, shareRecovered: 0.5, costOfMiss: 0 })

it('with one worth for all, a check pays from cost over worth upwards', () => {
  every((given) => {
    // .5 x 8 x q >= 2 from q = .5 on.
    const found = solveEstimated(given, calibrationShare, priced(given, () => 8))!
    const paying = [...given.scores].filter((score) => score > 0.5)
    expect(found.reached).toBe(paying.length > 0)
    if (found.reached) expect(found.profit).toBeCloseTo(paying.reduce((sum, q) => sum + 4 * q - 2, 0), 3)
  })
})

it('rows of unknown worth count with the mean of the others, and without any worth nothing is said', () => {
  const given: ScoredItems = { scores: Float32Array.of(0.75, 0.75, 0.25), item: Uint32Array.of(0, 1, 2), items: 3 }
  expect(solveEstimated(given, calibrationShare, priced(given, (row) => (row === 1 ? NaN : 8)))).toEqual(solveEstimated(given, calibrationShare, priced(given, () => 8)))
  expect(solveEstimated(given, calibrationShare, priced(given, () => NaN))).toBeNull()
})

it('rows that thresholds by segment decide stay as they are, and count', () => {
  const given: ScoredItems = { scores: Float32Array.of(0.9, 0.6, 0.3), judged: Float32Array.of(-Infinity, 0.6, Infinity), item: Uint32Array.of(0, 1, 2), items: 3 }
  // With the row at .3 an alert in any case, .6 makes (.3 + .6) / 2.
  expect(solveEstimated(given, calibrationShare, { kind: 'precision', floor: 0.4 })).toMatchObject({ reached: true, threshold: 0.6 })
  expect(solveEstimated(given, calibrationShare, { kind: 'recall', floor: 0.9 })).toMatchObject({ reached: false })
  expect(solveEstimated({ ...given, scores: Float32Array.of(NaN, NaN, NaN), judged: Float32Array.of(NaN, NaN, NaN) }, calibrationShare, { kind: 'recall', floor: 0.9 })).toBeNull()
})

it('with so many alerts or more, the surest threshold is given, or none where there are fewer rows', () => {
  fc.assert(
    fc.property(few, share, fc.integer({ min: 1, max: 30 }), (given, floor, leastAlerts) => {
      const found = solveEstimated(given, calibrationShare, { kind: 'precision', floor, leastAlerts })
      if (given.scores.length < leastAlerts) {
        expect(found).toBeNull()
        return
      }
      const at = expectedAt(given, found!.threshold)
      expect(at.alerts).toBeGreaterThanOrEqual(leastAlerts)
      for (const score of given.scores) {
        const other = expectedAt(given, score)
        if (other.alerts >= leastAlerts) expect(other.precision).toBeLessThanOrEqual(at.precision + 1e-6)
      }
    }),
  )
})
