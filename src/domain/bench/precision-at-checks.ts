import { clusteredShare, type SureShare } from './clustered-share'
import type { MeasuredRows } from './measured-rows'
import { rankedModel } from './ranked-model'
import { storeDayRanks } from './store-day-ranks'

/** What so many checks per store and day find: each store takes its likeliest rows of each day. */
export interface ChecksPoint {
  readonly checks: number
  /** Of the rows checked, how many are phantom. A store-day with fewer rows has all of them checked. */
  readonly precision: SureShare
  /** Of the phantom rows, how many are checked. */
  readonly recall: SureShare
}

/**
 * Study `precisionAtChecks`: precision and recall of one model at each number of checks per store and
 * day, 1 to `most`. Rows that tie for the last places share them: each counts as checked with the chance
 * that a lot would give it, so that the figures are those to expect and no order among equals matters.
 * Empty for a model that has scored no row.
 */
export function precisionAtChecks(rows: MeasuredRows, { model, most }: { readonly model: string; readonly most: number }): readonly ChecksPoint[] {
  const scores = rows.scores.get(model)
  const ranked = rankedModel(rows, model)
  if (!scores || !ranked || ranked.curve.scores.length === 0) return []
  const { rows: order, start } = storeDayRanks(rows, scores)
  const { labels, item } = rows
  const phantom = new Float64Array(rows.items)
  for (const row of order) phantom[item[row]!]! += labels[row]!

  // Each place from 1 to `most` hands out one check per store-day, shared by the rows that tie for it.
  const tp = new Float64Array(rows.items)
  const fp = new Float64Array(rows.items)
  const tieStart = start.slice(0, -1)
  const tieEnd = start.slice(0, -1)
  const points: ChecksPoint[] = []
  for (let checks = 1; checks <= most; checks++) {
    for (let d = 0; d + 1 < start.length; d++) {
      const place = start[d]! + checks - 1
      if (place >= start[d + 1]!) continue
      if (place >= tieEnd[d]!) {
        tieStart[d] = place
        let end = place + 1
        while (end < start[d + 1]! && scores[order[end]!] === scores[order[place]!]) end++
        tieEnd[d] = end
      }
      const part = 1 / (tieEnd[d]! - tieStart[d]!)
      for (let at = tieStart[d]!; at < tieEnd[d]!; at++) {
        const row = order[at]!
        if (labels[row] === 1) tp[item[row]!]! += part
        else fp[item[row]!]! += part
      }
    }
    // Shares of a row may add up to a trace more or less than the row.
    const missed = phantom.map((count, i) => (count - tp[i]! < 1e-9 ? 0 : count - tp[i]!))
    points.push({ checks, precision: clusteredShare(tp, fp), recall: clusteredShare(tp, missed) })
  }
  return points
}
