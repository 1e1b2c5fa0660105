import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnRows, knownPairs, rowsOf } from '../../testing/drawn-scores'
import { rocAuc } from './roc-auc'
import { buildThresholdCurve } from './threshold-curve'

function aucOf(scores: readonly number[], labels: string): number {
  const rows = rowsOf(scores, labels)
  return rocAuc(buildThresholdCurve(rows.scores, rows.labels))
}

describe('area under the ROC curve', () => {
  it('is the worked example: three of four pairs in order', () => {
    expect(aucOf([0.1, 0.4, 0.35, 0.8], '0011')).toBe(0.75)
  })

  it('counts a tie as half', () => {
    expect(aucOf([0.5, 0.5], '01')).toBe(0.5)
    expect(aucOf([0.5, 0.5, 0.9], '010')).toBe(0.25)
  })

  it('is not defined where a class is empty', () => {
    expect(aucOf([0.5, 0.6], '00')).toBeNaN()
    expect(aucOf([0.5, 0.6], '11')).toBeNaN()
  })

  it('agrees with comparing every pair, and turning the labels round turns it round', () => {
    fc.assert(
      fc.property(drawnRows, (rows) => {
        const pairs = knownPairs(rows)
        const phantom = pairs.filter((pair) => pair.phantom)
        const sound = pairs.filter((pair) => !pair.phantom)
        fc.pre(phantom.length > 0 && sound.length > 0)
        let wins = 0
        for (const a of phantom) for (const b of sound) wins += a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0
        const auc = rocAuc(buildThresholdCurve(rows.scores, rows.labels))
        expect(auc).toBeCloseTo(wins / (phantom.length * sound.length), 10)
        expect(rocAuc(buildThresholdCurve(rows.scores, rows.labels.map((label) => 1 - label)))).toBeCloseTo(1 - auc, 10)
      }),
      { numRuns: 1000 },
    )
  })
})
