import { countsAt, type ConfusionCounts } from '../metrics/counts-at'
import { clusteredLift } from './clustered-lift'
import { clusteredShare, type SureShare } from './clustered-share'
import { itemCountsAt, type ItemCounts } from './item-counts'
import { judgedRows } from './judged-rows'
import type { MeasuredRows } from './measured-rows'
import { rankedModel } from './ranked-model'
import type { SegmentThresholds } from '../segments/segment-thresholds'

/** How sure each figure at a threshold is. Lift is a ratio >= 0; all others are shares. */
export interface ThresholdIntervals {
  readonly counts: ConfusionCounts
  readonly precision: SureShare
  readonly recall: SureShare
  readonly specificity: SureShare
  readonly f1: SureShare
  readonly alertRate: SureShare
  readonly baseRate: SureShare
  readonly lift: SureShare
}

export interface IntervalQuestion {
  readonly model: string
  /** The common threshold. */
  readonly threshold: number
  /** Thresholds of their own that segments have; null or left out: the one threshold is for all. */
  readonly segments?: SegmentThresholds | null
}

/** Study `interval`: the figures of one model as it alerts, with their 95 % intervals. Null for a model that has scored no row. */
export function interval(rows: MeasuredRows, { model, threshold, segments }: IntervalQuestion): ThresholdIntervals | null {
  const ranked = rankedModel(judgedRows(rows, model, segments), model)
  if (!ranked || ranked.curve.positives + ranked.curve.negatives === 0) return null
  return { counts: countsAt(ranked.curve, threshold), ...clusteredMeasures(itemCountsAt(ranked.byItem, threshold)) }
}

/** Every measure of the counts, with its interval. */
export function clusteredMeasures(counts: ItemCounts): Omit<ThresholdIntervals, 'counts'> {
  const { tp, fp, fn, tn } = counts
  return {
    precision: clusteredShare(tp, fp),
    recall: clusteredShare(tp, fn),
    specificity: clusteredShare(tn, fp),
    // F1 = 2 tp / (2 tp + fp + fn) is a share too.
    f1: clusteredShare(added(tp, tp), added(fp, fn)),
    alertRate: clusteredShare(added(tp, fp), added(fn, tn)),
    baseRate: clusteredShare(added(tp, fn), added(fp, tn)),
    lift: clusteredLift(counts),
  }
}

function added(a: Uint32Array, b: Uint32Array): Uint32Array {
  const sum = new Uint32Array(a.length)
  for (let i = 0; i < sum.length; i++) sum[i] = a[i]! + b[i]!
  return sum
}
