import { countsAt, type ConfusionCounts } from '../metrics/counts-at'
import { highestRecallAtPrecision } from '../metrics/highest-recall-at-precision'
import { buildThresholdCurve, type ThresholdCurve } from '../metrics/threshold-curve'
import type { ThresholdSolution } from '../metrics/threshold-solution'
import { clusteredShare, fewestItems, type SureShare } from './clustered-share'
import { fewestPositives } from './fewest-positives'
import { buildItemScores, itemCountsAt, type ItemScores } from './item-counts'
import type { SegmentLabel, SegmentRespect } from '../segments/segment'
import type { SegmentThresholds } from '../segments/segment-thresholds'
import { judgedRows } from './judged-rows'
import type { MeasuredRows } from './measured-rows'
import { respectsOf, splitRows } from './segment-split'

export interface SegmentsQuestion {
  readonly model: string
  readonly by: SegmentRespect
  /** The common threshold. */
  readonly threshold: number
  /** Thresholds by segment in use; null or left out: the common one is for all. */
  readonly inUse?: SegmentThresholds | null
  /** The precision that a threshold of its own would have to hold, 0 to 1. */
  readonly floor: number
}

export interface Segment {
  readonly label: SegmentLabel
  readonly rows: number
  readonly items: number
  readonly positives: number
  /** Fewer than `fewestPositives` phantom rows: its figures say little. */
  readonly tooFew: boolean
  /** As it alerts now: at the common threshold, or at that of its own. */
  readonly counts: ConfusionCounts
  readonly precision: SureShare
  readonly recall: SureShare
  /** At the common threshold, whichever it alerts by now. */
  readonly atCommon: Found
  /** Most recall with the floor held within this segment; null where the rows do not bear a threshold of its own. */
  readonly own: SegmentThreshold | null
}

export interface SegmentThreshold extends ThresholdSolution {
  readonly precision: SureShare
  readonly recall: SureShare
  /**
   * What to expect of it on store-items that it was not set by: those of the segment are halved, the threshold
   * is set on each half and counted on the other. Their sum, so over all rows of the segment.
   */
  readonly heldOut: Found
}

/** Phantom rows that are found, and alerts that are raised for it. */
export interface Found {
  readonly found: number
  readonly alerts: number
}

export interface Segments {
  readonly by: SegmentRespect
  /** In which other respects the rows can be split. */
  readonly respects: readonly SegmentRespect[]
  /** Those that have rows, most phantom rows first. */
  readonly segments: readonly Segment[]
  /** Over the segments that bear a threshold of their own: at the common threshold, and at their own, on store-items that it was not set by. */
  readonly now: Found
  readonly atOwn: Found
}

/** One segment's rows, sorted; a half of its store-items each. */
interface SortedSegment {
  readonly label: SegmentLabel
  readonly curve: ThresholdCurve
  readonly byItem: ItemScores
  readonly halves: readonly [ThresholdCurve, ThresholdCurve]
}

const sorted = new WeakMap<MeasuredRows, { readonly key: string; readonly made: readonly SortedSegment[] | null }>()

/**
 * Study `segments`: one model at one threshold, apart by a respect, with what a threshold of its own would
 * bring each part. A segment bears one where it has `fewestPositives` phantom rows, the floor can be
 * reached in it, and at least `fewestItems` store-items are alerted there. Null where the rows do not have that respect,
 * or no score of the model.
 */
export function segments(rows: MeasuredRows, { model, by, threshold, inUse, floor }: SegmentsQuestion): Segments | null {
  const parts = sortedSegments(rows, model, by)
  if (!parts) return null
  const judged = judgedRows(rows, model, inUse)
  // The same segments in the same order: no score becomes, or ceases to be, missing.
  const inForce = judged === rows ? parts : (sortedSegments(judged, model, by) ?? parts)
  const found = parts.map((part, at) => segmentAt(part, inForce[at] ?? part, threshold, floor)).sort((a, b) => b.positives - a.positives)
  return {
    by,
    respects: respectsOf(rows),
    segments: found,
    now: sum(found.flatMap(({ own, atCommon }) => (own ? [atCommon] : []))),
    atOwn: sum(found.flatMap(({ own }) => own?.heldOut ?? [])),
  }
}

function segmentAt({ label, curve, byItem, halves }: SortedSegment, inForce: SortedSegment, threshold: number, floor: number): Segment {
  const { positives, negatives } = curve
  return {
    label,
    rows: positives + negatives,
    items: byItem.items,
    positives,
    tooFew: positives < fewestPositives,
    counts: countsAt(inForce.curve, threshold),
    ...sureAt(inForce.byItem, threshold),
    atCommon: foundBy(countsAt(curve, threshold)),
    own: ownThreshold(curve, byItem, halves, floor),
  }
}

function ownThreshold(curve: ThresholdCurve, byItem: ItemScores, halves: SortedSegment['halves'], floor: number): SegmentThreshold | null {
  if (curve.positives < fewestPositives) return null
  const solution = highestRecallAtPrecision(curve, floor)
  if (!solution?.reached) return null
  const sure = sureAt(byItem, solution.threshold)
  if (sure.precision.items < fewestItems) return null
  const onTheOther = ([set, counted]: readonly [ThresholdCurve, ThresholdCurve]) => {
    const halfSolution = highestRecallAtPrecision(set, floor)
    return halfSolution?.reached ? foundBy(countsAt(counted, halfSolution.threshold)) : { found: 0, alerts: 0 }
  }
  const [a, b] = halves
  return { ...solution, ...sure, heldOut: sum([onTheOther([a, b]), onTheOther([b, a])]) }
}

function sureAt(byItem: ItemScores, threshold: number): { readonly precision: SureShare; readonly recall: SureShare } {
  const { tp, fp, fn } = itemCountsAt(byItem, threshold)
  return { precision: clusteredShare(tp, fp), recall: clusteredShare(tp, fn) }
}

const foundBy = ({ tp, fp }: ConfusionCounts): Found => ({ found: tp, alerts: tp + fp })

function sum(parts: readonly Found[]): Found {
  let found = 0
  let alerts = 0
  for (const part of parts) {
    found += part.found
    alerts += part.alerts
  }
  return { found, alerts }
}

/** Sorted at the first question about a model and a respect, and kept until another is asked about: all of them would be the rows many times over. */
function sortedSegments(rows: MeasuredRows, model: string, by: SegmentRespect): readonly SortedSegment[] | null {
  const key = `${by} ${model}`
  const standing = sorted.get(rows)
  if (standing?.key === key) return standing.made
  const made = sortSegments(rows, model, by)
  sorted.set(rows, { key, made })
  return made
}

function sortSegments(rows: MeasuredRows, model: string, by: SegmentRespect): readonly SortedSegment[] | null {
  const scores = rows.scores.get(model)
  const split = splitRows(rows, by)
  if (!scores || !split) return null
  // Rows by segment, in their order, so that the rows of a store-item still stand together.
  const start = new Uint32Array(split.labels.length + 1)
  const isScored = (row: number) => !Number.isNaN(scores[row]!)
  for (let row = 0; row < rows.rows; row++) if (isScored(row)) start[split.code[row]! + 1]!++
  for (let segment = 0; segment < split.labels.length; segment++) start[segment + 1]! += start[segment]!
  const order = new Uint32Array(start[split.labels.length]!)
  const next = start.slice()
  for (let row = 0; row < rows.rows; row++) if (isScored(row)) order[next[split.code[row]!]!++] = row
  return split.labels.flatMap((label, segment) => {
    const mine = order.subarray(start[segment], start[segment + 1])
    return mine.length === 0 ? [] : [sortSegment(label, rows, scores, mine)]
  })
}

function sortSegment(label: SegmentLabel, rows: MeasuredRows, scores: Float32Array, mine: Uint32Array): SortedSegment {
  const given = Float32Array.from(mine, (row) => scores[row]!)
  const labels = Uint8Array.from(mine, (row) => rows.labels[row]!)
  const item = new Uint32Array(mine.length)
  let items = 0
  for (let i = 0; i < mine.length; i++) {
    if (i === 0 || rows.item[mine[i]!] !== rows.item[mine[i - 1]!]) items++
    item[i] = items - 1
  }
  // Neither 0 nor 1 is left out of a curve.
  const half = (odd: number) => buildThresholdCurve(given, labels.map((known, i) => (item[i]! % 2 === odd ? known : 2)))
  return { label, curve: buildThresholdCurve(given, labels), byItem: buildItemScores({ labels, item, items }, given), halves: [half(0), half(1)] }
}
