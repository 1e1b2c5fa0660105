import { countsAfter, type ConfusionCounts } from './counts-at'
import type { ThresholdCurve } from './threshold-curve'

/** What the lowest threshold gives that stays within a rate. */
export interface RatePoint {
  /** The rate asked for, a share from 0 to 1. */
  readonly rate: number
  /** NaN where no threshold stays within the rate but one above all scores. */
  readonly threshold: number
  readonly counts: ConfusionCounts
}

/** For each rate: the most that can be flagged with at most that share of all rows. The steps of a gain or lift curve. */
export function atAlertRates(curve: ThresholdCurve, rates: readonly number[]): readonly RatePoint[] {
  const { truePositives, falsePositives, positives, negatives } = curve
  return rates.map((rate) => within(curve, rate, rate * (positives + negatives), (step) => truePositives[step]! + falsePositives[step]!))
}

/** For each rate: the most that can be flagged with at most that share of the rows that are not phantom. The steps of a ROC curve. */
export function atFalseAlarmRates(curve: ThresholdCurve, rates: readonly number[]): readonly RatePoint[] {
  const { falsePositives, negatives } = curve
  return rates.map((rate) => within(curve, rate, rate * negatives, (step) => falsePositives[step]!))
}

/** The last step whose count is at most `most`; a trace of rounding is forgiven, so that a rate of .3 of 10 rows is 3 rows. */
function within(curve: ThresholdCurve, rate: number, most: number, countAt: (step: number) => number): RatePoint {
  const allowed = most + 1e-9 * Math.max(1, most)
  let low = 0
  let high = curve.scores.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (countAt(middle) <= allowed) low = middle + 1
    else high = middle
  }
  return { rate, threshold: low === 0 ? NaN : curve.scores[low - 1]!, counts: countsAfter(curve, low) }
}
