import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnRows, rowsOf } from '../../testing/drawn-scores'
import { scoreHistogram } from './score-histogram'
import { buildThresholdCurve } from './threshold-curve'

it('the histogram counts each row once, in the bin of its score', () => {
  const rows = rowsOf([0, 0.25, 0.5, 0.75, 1], '00111')
  expect(scoreHistogram(buildThresholdCurve(rows.scores, rows.labels), 2)).toEqual([
    { from: 0, to: 0.5, phantom: 0, sound: 2 },
    { from: 0.5, to: 1, phantom: 3, sound: 0 },
  ])
})

it('the bins of the histogram add up to the rows of each class', () => {
  fc.assert(
    fc.property(drawnRows, fc.integer({ min: 1, max: 50 }), (rows, bins) => {
      const curve = buildThresholdCurve(rows.scores, rows.labels)
      const histogram = scoreHistogram(curve, bins)
      expect(histogram.reduce((sum, bin) => sum + bin.phantom, 0)).toBe(curve.positives)
      expect(histogram.reduce((sum, bin) => sum + bin.sound, 0)).toBe(curve.negatives)
    }),
    { numRuns: 1000 },
  )
})
