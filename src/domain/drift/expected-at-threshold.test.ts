import fc from 'fast-check'
import { expect, it } from 'vitest'
import { randomNumbers } from '../../testing/random-table'
import type { ScoredItems } from './binned-items'
import { expectedAtThreshold } from './expected-at-threshold'
import { fewestItems } from './share-here'

interface Drawing {
  /** Share of phantom items where the scores were calibrated, and here. */
  readonly calibrated: number
  readonly here: number
  readonly items: number
  readonly rowsAnItem: number
  /** How far the two kinds of rows lie apart, in standard deviations of the evidence. */
  readonly apart: number
}

/** Items that are phantom or not, with rows whose evidence is normal around +apart / 2 or -apart / 2, calibrated under the other share. */
function drawItems({ calibrated, here, items, rowsAnItem, apart }: Drawing, random: () => number) {
  const rows = items * rowsAnItem
  const scores = new Float32Array(rows)
  const item = new Uint32Array(rows)
  const labels = new Uint8Array(rows)
  for (let i = 0, row = 0; i < items; i++) {
    const phantom = random() < here ? 1 : 0
    for (let k = 0; k < rowsAnItem; k++, row++) {
      const evidence = apart * (phantom - 0.5) + normal(random)
      scores[row] = 1 / (1 + ((1 - calibrated) / calibrated) * Math.exp(-apart * evidence))
      item[row] = i
      labels[row] = phantom
    }
  }
  return { given: { scores, item, items } satisfies ScoredItems, labels }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length

function estimatedFor(drawing: Drawing, threshold: number, seed: number) {
  const random = randomNumbers(seed)
  const { given, labels } = drawItems(drawing, random)
  const found = expectedAtThreshold(given, drawing.calibrated, threshold, random)
  const alerts = Array.from(labels).filter((_, row) => given.scores[row]! >= Math.fround(threshold))
  return { found, share: mean(labels), precision: mean(alerts), recall: mean(alerts) * alerts.length / (mean(labels) * labels.length), alerts: alerts.length }
}

it('finds a share of phantom rows that was shifted by drawing, whatever the two shares are, within a fifth of it and a hundredth', () => {
  const share = fc.double({ min: 0.02, max: 0.5, noNaN: true })
  fc.assert(
    fc.property(share, share, fc.integer({ min: 1, max: 1e6 }), (calibrated, here, seed) => {
      const { found, share: truth } = estimatedFor({ calibrated, here, items: 2000, rowsAnItem: 3, apart: 2 }, 0.5, seed)
      if (found.adjusted.status !== 'estimated') throw new Error(found.adjusted.status)
      expect(Math.abs(found.adjusted.expected.share - truth)).toBeLessThan(0.2 * truth + 0.01)
    }),
    { numRuns: 30, seed: 7 },
  )
})

it('expects the precision and recall that a threshold then has, which the probabilities as calibrated miss', () => {
  const { found, precision, recall, alerts } = estimatedFor({ calibrated: 0.3, here: 0.08, items: 6000, rowsAnItem: 2, apart: 2.5 }, 0.6, 3)
  if (found.adjusted.status !== 'estimated') throw new Error(found.adjusted.status)
  expect(found.alerts).toBe(alerts)
  expect(found.adjusted.expected.precision).toBeCloseTo(precision, 1)
  expect(Math.abs(found.adjusted.expected.recall - recall)).toBeLessThan(0.04)
  expect(found.asCalibrated.precision - precision).toBeGreaterThan(0.15)
})

it('its interval of the share holds the true one in about 95 of 100 extracts, though rows of an item hang together', () => {
  const cases = 200
  let held = 0
  for (let seed = 1; seed <= cases; seed++) {
    const { found } = estimatedFor({ calibrated: 0.2, here: 0.1, items: 250, rowsAnItem: 4, apart: 2.5 }, 0.7, seed)
    if (found.adjusted.status !== 'estimated') throw new Error(found.adjusted.status)
    const { low, high } = found.adjusted.intervals.share
    if (low <= 0.1 && 0.1 <= high) held++
  }
  expect(held / cases).toBeGreaterThan(0.9)
  expect(held / cases).toBeLessThan(0.99)
})

it('says that scores which are the same for all rows tell nothing of the share', () => {
  const { found } = estimatedFor({ calibrated: 0.1, here: 0.4, items: 500, rowsAnItem: 3, apart: 0.05 }, 0.5, 5)
  expect(found.adjusted).toEqual({ status: 'not-separated' })
})

it('of an extract without a phantom row it says that there are next to none, not that nothing can be said', () => {
  const { found } = estimatedFor({ calibrated: 0.1, here: 0, items: 2000, rowsAnItem: 3, apart: 4 }, 0.5, 5)
  if (found.adjusted.status !== 'estimated') throw new Error(found.adjusted.status)
  expect(found.adjusted.expected.share).toBeLessThan(0.005)
})

it('few store-items are not resampled', () => {
  const few = { calibrated: 0.2, here: 0.2, items: fewestItems - 1, rowsAnItem: 3, apart: 3 }
  expect(estimatedFor(few, 0.5, 1).found.adjusted).toEqual({ status: 'too-few' })
  expect(estimatedFor({ ...few, items: fewestItems }, 0.5, 1).found.adjusted.status).toBe('estimated')
})

it('rows that are not scored, and items without a scored row, count nowhere', () => {
  const random = randomNumbers(2)
  const { given } = drawItems({ calibrated: 0.2, here: 0.2, items: 40, rowsAnItem: 2, apart: 3 }, random)
  // Behind each row one that is not scored, and behind all an item of such rows alone.
  const scores = Float32Array.from([...[...given.scores].flatMap((score) => [score, NaN]), NaN, NaN])
  const gaps = { scores, item: Uint32Array.from([...[...given.item].flatMap((item) => [item, item]), 40, 40]), items: 41 }
  const plain = expectedAtThreshold(given, 0.2, 0.5, randomNumbers(9))
  const gapped = expectedAtThreshold(gaps, 0.2, 0.5, randomNumbers(9))
  expect(gapped).toEqual(plain)
  expect(gapped.items).toBe(40)
})

it('without an alert there is no precision to expect, and nothing is found', () => {
  const { found } = estimatedFor({ calibrated: 0.2, here: 0.2, items: 100, rowsAnItem: 2, apart: 2 }, 1, 4)
  if (found.adjusted.status !== 'estimated') throw new Error(found.adjusted.status)
  expect(found.alerts).toBe(0)
  expect(found.adjusted.expected.precision).toBeNaN()
  expect(found.adjusted.expected.recall).toBe(0)
  expect(found.adjusted.intervals.precision.low).toBeNaN()
})
