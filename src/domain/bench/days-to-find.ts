import { clusteredShare, type SureShare } from './clustered-share'
import type { SegmentThresholds } from '../segments/segment-thresholds'
import { judgedRows } from './judged-rows'
import type { MeasuredRows } from './measured-rows'
import { spells } from './spells'

/** How soon spells of phantom stock are found at a threshold. A spell is found on the first of its days with an alert. */
export interface DaysToFind {
  /** Spells of three days and more, and how many of them began in sight. */
  readonly spells: number
  readonly seenFromStart: number
  /** Of all spells, the share with an alert on any of their days. */
  readonly found: SureShare
  /** Of those that began in sight: the share found within so many days of their first, which is day 0. A spell that ends sooner unfound stays unfound. */
  readonly withinDays: readonly { readonly days: number; readonly share: SureShare }[]
  /** Days until half of those found had been found, of the ones that began in sight; NaN where none was. */
  readonly medianDays: number
}

export interface DaysQuestion {
  readonly model: string
  /** The common threshold, and those that segments have of their own. */
  readonly threshold: number
  readonly segments?: SegmentThresholds | null
  readonly most: number
}

/** Study `daysToFind`: days 0 to `most` after the start of a spell, for one model as it alerts. Null without a spell or for a model that has scored no row of one. */
export function daysToFind(given: MeasuredRows, { model, threshold, segments, most }: DaysQuestion): DaysToFind | null {
  const rows = judgedRows(given, model, segments)
  const scores = rows.scores.get(model)
  if (!scores) return null
  const { first, end, seenFromStart } = spells(rows)
  const cut = Math.fround(threshold)
  const found = new Uint32Array(rows.items)
  const missed = new Uint32Array(rows.items)
  const inSight = new Uint32Array(rows.items)
  const waited: { readonly item: number; readonly days: number }[] = []
  let counted = 0
  for (let spell = 0; spell < first.length; spell++) {
    const item = rows.item[first[spell]!]!
    let row = first[spell]!
    let scored = false
    while (row < end[spell]! && !(scores[row]! >= cut)) scored = !Number.isNaN(scores[row++]!) || scored
    const isFound = row < end[spell]!
    if (!scored && !isFound) continue
    counted++
    if (isFound) found[item]!++
    else missed[item]!++
    if (seenFromStart[spell] !== 1) continue
    inSight[item]!++
    if (isFound) waited.push({ item, days: rows.day[row]! - rows.day[first[spell]!]! })
  }
  if (counted === 0) return null
  waited.sort((a, b) => a.days - b.days)
  const soFar = new Uint32Array(rows.items)
  const withinDays: { readonly days: number; readonly share: SureShare }[] = []
  let next = 0
  for (let days = 0; days <= most; days++) {
    while (next < waited.length && waited[next]!.days <= days) soFar[waited[next++]!.item]!++
    withinDays.push({ days, share: clusteredShare(soFar, inSight.map((count, i) => count - soFar[i]!)) })
  }
  return {
    spells: counted,
    seenFromStart: inSight.reduce((sum, count) => sum + count, 0),
    found: clusteredShare(found, missed),
    withinDays,
    // The smallest wait that at least half do not exceed, as the training measures it.
    medianDays: waited[Math.ceil(waited.length / 2) - 1]?.days ?? NaN,
  }
}
