import { countsAt, stepsAt } from '../metrics/counts-at'
import { solutionAt, type ThresholdSolution } from '../metrics/threshold-solution'
import type { MeasuredRows } from './measured-rows'
import { rankedModel } from './ranked-model'
import { storeDayRanks } from './store-day-ranks'

/**
 * The lowest threshold at which no store has more than `checks` alerts on any day: it must lie above
 * the score that comes just too many on each store-day. Where some store-day has more rows at the
 * highest score of all: that score, with `reached` false. Null for a model that has scored no row.
 *
 * @param checks >= 0, whole
 */
export function withinEveryStoreDay(rows: MeasuredRows, model: string, checks: number): ThresholdSolution | null {
  const ranked = rankedModel(rows, model)
  const scores = rows.scores.get(model)
  if (!ranked || !scores || ranked.curve.scores.length === 0) return null
  const ranks = storeDayRanks(rows, scores)
  let tooLow = -Infinity
  for (let d = 0; d + 1 < ranks.start.length; d++) {
    const oneTooMany = ranks.start[d]! + checks
    if (oneTooMany < ranks.start[d + 1]!) tooLow = Math.max(tooLow, scores[ranks.rows[oneTooMany]!]!)
  }
  // Steps with a score above it; those with the score itself would be one too many.
  let steps = stepsAt(ranked.curve, tooLow)
  if (steps > 0 && ranked.curve.scores[steps - 1] === tooLow) steps--
  return solutionAt(ranked.curve, Math.max(0, steps - 1), steps > 0)
}

/** The most alerts that any store has on one day at the threshold; 0 without an alert. */
export function busiestStoreDay(rows: MeasuredRows, model: string, threshold: number): number {
  const ranked = rankedModel(rows, model)
  const scores = rows.scores.get(model)
  if (!ranked || !scores || countsAt(ranked.curve, threshold).tp + countsAt(ranked.curve, threshold).fp === 0) return 0
  const cut = Math.fround(threshold)
  const { rows: order, start } = storeDayRanks(rows, scores)
  let most = 0
  for (let d = 0; d + 1 < start.length; d++) {
    let at = start[d]! + most
    // Rows fall in score: the alerts of a store-day are its first ones.
    while (at < start[d + 1]! && scores[order[at]!]! >= cut) at++
    most = Math.max(most, at - start[d]!)
  }
  return most
}
