import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnRows } from '../../testing/drawn-scores'
import { drawnSteps } from './drawn-steps'
import { buildThresholdCurve } from './threshold-curve'

it('leaves out no step that lies further than one cell from the last drawn', () => {
  fc.assert(
    fc.property(drawnRows, fc.integer({ min: 3, max: 30 }), (rows, most) => {
      const curve = buildThresholdCurve(rows.scores, rows.labels)
      const steps = drawnSteps(curve, most)
      const cell = 1 / Math.floor((most - 1) / 2)
      expect(steps.length).toBeLessThanOrEqual(most + 2)
      expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b))
      if (curve.scores.length === 0) return
      expect(steps[0]).toBe(0)
      expect(steps.at(-1)).toBe(curve.scores.length - 1)
      for (let step = 0; step < curve.scores.length; step++) {
        const before = steps.findLast((drawn) => drawn <= step)!
        expect(curve.truePositives[step]! - curve.truePositives[before]!).toBeLessThanOrEqual(cell * curve.positives)
        expect(curve.falsePositives[step]! - curve.falsePositives[before]!).toBeLessThanOrEqual(cell * curve.negatives)
      }
    }),
    { numRuns: 1000 },
  )
})
