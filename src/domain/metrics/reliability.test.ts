import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnRows, rowsOf } from '../../testing/drawn-scores'
import { calibrationError, reliabilityBins, reliabilityByProbability } from './reliability'
import { buildThresholdCurve } from './threshold-curve'

describe('reliability', () => {
  it('cuts rows into groups of equal size, lowest probabilities first', () => {
    const rows = rowsOf([0.125, 0.25, 0.5, 0.75], '0011')
    const bins = reliabilityBins(buildThresholdCurve(rows.scores, rows.labels), 2)
    expect(bins).toEqual([
      { rows: 2, meanProbability: 0.1875, observedRate: 0 },
      { rows: 2, meanProbability: 0.625, observedRate: 1 },
    ])
    expect(calibrationError(bins)).toBeCloseTo((0.1875 + 0.375) / 2, 12)
  })

  it('keeps rows of one score together and does not split what follows a large tie into crumbs', () => {
    const rows = rowsOf([0, 0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1], '0000000111')
    const bins = reliabilityBins(buildThresholdCurve(rows.scores, rows.labels), 5)
    expect(bins.map((bin) => bin.rows)).toEqual([6, 2, 2])
  })

  it('is 0 where the probability said is the rate seen', () => {
    const rows = rowsOf([0.5, 0.5, 0.25, 0.25, 0.25, 0.25], '100001')
    expect(calibrationError(reliabilityBins(buildThresholdCurve(rows.scores, rows.labels), 2))).toBe(0)
  })

  it('holds every row once, in at most the asked number of groups', () => {
    fc.assert(
      fc.property(drawnRows, fc.integer({ min: 1, max: 20 }), (rows, bins) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const groups = reliabilityBins(curve, bins)
        expect(groups.length).toBeLessThanOrEqual(bins)
        expect(groups.reduce((sum, group) => sum + group.rows, 0)).toBe(curve.positives + curve.negatives)
        expect(groups.reduce((sum, group) => sum + group.rows * group.observedRate, 0)).toBeCloseTo(curve.positives, 8)
      }),
      { numRuns: 1000 },
    )
  })

  it('in groups of equal width, each row stands in the group of its own probability', () => {
    fc.assert(
      fc.property(drawnRows, fc.integer({ min: 1, max: 20 }), (rows, bins) => {
        const curve = buildThresholdCurve(rows.scores, rows.labels)
        const known = [...rows.scores].flatMap((score, row) => (Number.isNaN(score) || (rows.labels[row] !== 0 && rows.labels[row] !== 1) ? [] : [{ score, phantom: rows.labels[row] }]))
        const wanted = Array.from({ length: bins }, (_, bin) => known.filter(({ score }) => Math.min(bins - 1, Math.floor(score * bins)) === bin)).filter((group) => group.length > 0)
        const groups = reliabilityByProbability(curve, bins)
        expect(groups.map((group) => group.rows)).toEqual(wanted.map((group) => group.length))
        groups.forEach(({ meanProbability, observedRate }, at) => {
          const group = wanted[at]!
          expect(meanProbability).toBeCloseTo(group.reduce((sum, { score }) => sum + score, 0) / group.length, 9)
          expect(observedRate).toBeCloseTo(group.reduce((sum, { phantom }) => sum + phantom, 0) / group.length, 9)
        })
      }),
      { numRuns: 1000 },
    )
  })
})
