import { drawnSteps } from '../metrics/drawn-steps'
import { clusteredShare, type SureShare } from './clustered-share'
import { itemCountsAt } from './item-counts'
import type { MeasuredRows } from './measured-rows'
import { rankedModel } from './ranked-model'

/** A point of the exact precision-recall curve and how sure it is. */
export interface BandPoint {
  readonly threshold: number
  readonly precision: SureShare
  readonly recall: SureShare
}

/**
 * Study `precisionRecallBand`: the curve of one model with a 95 % interval at each of about `points`
 * thresholds, from the highest score to the lowest. The interval is that of each threshold by itself;
 * that the whole curve lies within the band is less sure. Empty without a phantom row.
 */
export function precisionRecallBand(rows: MeasuredRows, { model, points }: { readonly model: string; readonly points: number }): readonly BandPoint[] {
  const ranked = rankedModel(rows, model)
  if (!ranked || ranked.curve.positives === 0) return []
  return drawnSteps(ranked.curve, points).map((step) => {
    const threshold = ranked.curve.scores[step]!
    const { tp, fp, fn } = itemCountsAt(ranked.byItem, threshold)
    return { threshold, precision: clusteredShare(tp, fp), recall: clusteredShare(tp, fn) }
  })
}
