import { reachableCurve } from '../metrics/reachable-curve'
import { buildThresholdCurve, type ThresholdCurve } from '../metrics/threshold-curve'
import { buildItemScores, type ItemScores } from './item-counts'
import type { MeasuredRows } from './measured-rows'

/** What studies of one model's threshold start from: sorted once, then only bisected. */
export interface RankedModel {
  readonly curve: ThresholdCurve
  readonly byItem: ItemScores
}

const ranked = new WeakMap<MeasuredRows, Map<string, RankedModel>>()

/** The model's scores of the rows, sorted at the first question and kept as long as the rows are; null where the rows hold no score of it. */
export function rankedModel(rows: MeasuredRows, model: string): RankedModel | null {
  const scores = rows.scores.get(model)
  if (!scores) return null
  const ofRows = ranked.get(rows) ?? new Map<string, RankedModel>()
  ranked.set(rows, ofRows)
  const known = ofRows.get(model)
  if (known) return known
  let byItem: ItemScores | null = null
  const made: RankedModel = {
    curve: reachableCurve(buildThresholdCurve(scores, rows.labels)),
    // Sorted when the first interval is asked for: figures alone do without, and save the memory.
    get byItem() {
      return (byItem ??= buildItemScores(rows, scores))
    },
  }
  ofRows.set(model, made)
  return made
}
