import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import { interval } from './interval'
import { precisionRecallBand } from './precision-recall-band'
import { rankedModel } from './ranked-model'

it('gives at each point what its threshold by itself gives', () => {
  fc.assert(
    fc.property(drawnMeasuredRows, (rows) => {
      const band = precisionRecallBand(rows, { model: drawnModel, points: 40 })
      const { curve } = rankedModel(rows, drawnModel)!
      expect(band.length > 0).toBe(curve.positives > 0)
      for (const { threshold, precision, recall } of band) expect(interval(rows, { model: drawnModel, threshold })).toMatchObject({ precision, recall })
    }),
  )
})
