import { stepsAt } from '../../metrics/counts-at'
import { mostAlertsWithin } from '../../metrics/most-alerts-within'
import { buildThresholdCurve, type ThresholdCurve } from '../../metrics/threshold-curve'
import { solutionAt, type ThresholdSolution } from '../../metrics/threshold-solution'
import type { TodayFacts } from './today-facts'

/** A threshold that keeps the latest day's alerts within what stores can check. Where `reached` is false none does, and this one has the fewest. */
export interface ChecksSolution {
  readonly reached: boolean
  readonly threshold: number
  /** Alerts of the latest day, all stores together. */
  readonly alerts: number
  /** Stores with a scored candidate that day. */
  readonly stores: number
  /** Alerts of the store that has most. */
  readonly mostInAStore: number
}

/**
 * The lowest threshold under which the latest day asks for at most `checks` shelves a store, exactly, over
 * every distinct score: what finds most with so much work. Needs no label. Null where nothing is scored.
 *
 * @param scores one a row of `facts`, 0 to 1; NaN where the model has not scored it
 * @param where on average over the stores, or in every one of them
 */
export function thresholdForChecks(facts: Pick<TodayFacts, 'store' | 'candidate'>, scores: Float32Array, checks: number, where: 'average' | 'every-store'): ChecksSolution | null {
  const byStore = new Map<number, number[]>()
  for (let i = 0; i < scores.length; i++) {
    if (facts.candidate[i] !== 1 || Number.isNaN(scores[i]!)) continue
    const known = byStore.get(facts.store[i]!)
    if (known) known.push(scores[i]!)
    else byStore.set(facts.store[i]!, [scores[i]!])
  }
  const stores = [...byStore.values()].map((given) => Float32Array.from(given).sort())
  const whole = curveOfAlerts([...byStore.values()].flat())
  const solution = where === 'average' ? mostAlertsWithin(whole, checks * stores.length) : withinEach(whole, stores, checks)
  if (solution === null) return null
  const { reached, threshold } = solution
  const cut = Math.fround(threshold)
  const each = stores.map((given) => given.filter((score) => score >= cut).length)
  return { reached, threshold, alerts: each.reduce((sum, count) => sum + count, 0), stores: stores.length, mostInAStore: Math.max(...each) }
}

/** Above the next score of every store that has used up its checks. */
function withinEach(whole: ThresholdCurve, stores: readonly Float32Array[], checks: number): ThresholdSolution | null {
  if (whole.scores.length === 0) return null
  const tooLow = Math.max(...stores.map((scores) => scores[scores.length - 1 - checks] ?? -Infinity))
  const steps = tooLow === -Infinity ? whole.scores.length : stepsAt(whole, tooLow) - 1
  return solutionAt(whole, Math.max(0, steps - 1), steps > 0)
}

/** Only how many rows stand at or above a score is read of it, not their class. */
function curveOfAlerts(scores: readonly number[]): ThresholdCurve {
  return buildThresholdCurve(Float32Array.from(scores), new Uint8Array(scores.length))
}
