/**
 * What a threshold is worth in money, as of one morning: every measured row is a shelf that is or
 * is not checked that day, none of them checked on an earlier one. An alert costs a check; a right
 * one recovers what the phantom would have gone on to cost. Amounts are in the extract's own currency.
 */
import { stepsAt } from '../metrics/counts-at'
import type { ThresholdCurve } from '../metrics/threshold-curve'
import type { MeasuredRows } from './measured-rows'

/** What finding one phantom saves, before `shareRecovered`. */
export type FindWorth =
  /** The same amount for each. */
  | { readonly by: 'find'; readonly amount: number }
  /** Units that shoppers want a day x days it would have stayed unfound x margin of a unit. */
  | { readonly by: 'unit'; readonly days: number; readonly marginOfUnit: number }
  /** The same with the margin as a share, 0 to 1, of the row's own price. */
  | { readonly by: 'price'; readonly days: number; readonly marginShare: number }

export interface Payoff {
  /** Of one check, >= 0. */
  readonly costOfCheck: number
  readonly worth: FindWorth
  /** Share of the worth that a find really brings back, 0 to 1: some shoppers have gone elsewhere. */
  readonly shareRecovered: number
  /** What a phantom that is not alerted costs beyond the worth that is forgone, >= 0; 0 where that is all. */
  readonly costOfMiss: number
}

/** Profit at every step of a curve: what its alerts recover, less all checks and misses. */
export interface ProfitSteps {
  /** By step of the curve. */
  readonly profit: Float64Array
  /** By step: what the phantom rows found are worth together, before `shareRecovered`. */
  readonly worthFound: Float64Array
  /** With no alert at all: every phantom row is a miss. */
  readonly withoutAlerts: number
  /** Share, 0 to 1, of the phantom rows whose worth is known; the others count with the mean of these. NaN without a phantom row. */
  readonly worthKnown: number
}

/**
 * Worth of each phantom row, summed along the curve. NaN where no phantom row has the rate (and
 * price) that its worth is computed from: then nothing can be said in money.
 */
export function profitSteps(curve: ThresholdCurve, rows: MeasuredRows, scores: Float32Array, payoff: Payoff): ProfitSteps {
  const steps = curve.scores.length
  const recovered = new Float64Array(steps)
  const unknown = new Uint32Array(steps)
  let known = 0
  let knownSum = 0
  for (let row = 0; row < rows.rows; row++) {
    if (rows.labels[row] !== 1 || Number.isNaN(scores[row]!)) continue
    // No threshold finds a row at -Infinity; it counts among those whose worth is known.
    const step = scores[row] === -Infinity ? steps : stepsAt(curve, scores[row]!) - 1
    const worth = worthOf(payoff.worth, rows.unitsADay[row]!, rows.price[row]!)
    if (Number.isNaN(worth)) {
      if (step < steps) unknown[step]!++
      continue
    }
    if (step < steps) recovered[step]! += worth
    known++
    knownSum += worth
  }
  const typical = known === curve.positives ? 0 : knownSum / known
  const profit = new Float64Array(steps)
  const worthFound = new Float64Array(steps)
  let sum = 0
  for (let step = 0; step < steps; step++) {
    const tp = curve.truePositives[step]!
    sum += recovered[step]! + (unknown[step]! === 0 ? 0 : unknown[step]! * typical)
    worthFound[step] = sum
    profit[step] =
      payoff.shareRecovered * sum - payoff.costOfCheck * (tp + curve.falsePositives[step]!) - payoff.costOfMiss * (curve.positives - tp)
  }
  return { profit, worthFound, withoutAlerts: -payoff.costOfMiss * curve.positives, worthKnown: known / curve.positives }
}

/** What one find is worth by its rate and price, where these are known; else NaN. */
export function worthOf(worth: FindWorth, unitsADay: number, price: number): number {
  switch (worth.by) {
    case 'find':
      return worth.amount
    case 'unit':
      return unitsADay * worth.days * worth.marginOfUnit
    case 'price':
      return unitsADay * worth.days * price * worth.marginShare
  }
}
