/** The threshold that a goal asks for, where nobody labelled a row: solved on what the probabilities lead to expect. */
import { stepsAt } from '../metrics/counts-at'
import { reachableCurve } from '../metrics/reachable-curve'
import { solutionAt } from '../metrics/threshold-solution'
import { buildThresholdCurve, type ThresholdCurve } from '../metrics/threshold-curve'
import { likelihoodRatio, probabilityUnder } from './adjust-probability'
import { binItems, type ScoredItems } from './binned-items'
import { shareHere } from './share-here'

export type EstimatedGoal =
  /** Most recall with precision >= `floor`, 0 to 1. With `leastAlerts` the surest threshold of those with so many alerts or more. */
  | { readonly kind: 'precision'; readonly floor: number; readonly leastAlerts?: number }
  /** Most precision with recall >= `floor`, 0 to 1. */
  | { readonly kind: 'recall'; readonly floor: number }
  /** Most profit: recovered share of what finds are worth, less checks, less misses. */
  | {
      readonly kind: 'payoff'
      /** Of each row, were it phantom and found; NaN where that is not known: it counts with the mean of the others. */
      readonly worth: Float32Array
      readonly costOfCheck: number
      readonly shareRecovered: number
      readonly costOfMiss: number
    }

export interface EstimatedSolution {
  /** False where no threshold gives what was asked; this is then the nearest. */
  readonly reached: boolean
  readonly threshold: number
  /** Expected over all rows, less what checking nothing would give; null for goals that do not speak of money. */
  readonly profit: number | null
}

/**
 * Over every distinct score, with the probabilities that `expectedAtThreshold` goes by: under the share of phantom
 * rows estimated here, or as calibrated where that cannot be. Null where no threshold moves a row, and for a payoff
 * of rows whose worth nobody knows.
 */
export function solveEstimated(given: ScoredItems, calibrationShare: number, goal: EstimatedGoal): EstimatedSolution | null {
  const { scores, judged = scores } = given
  // Every row counts as one: the curve's "true positives" are the alerts.
  const curve = reachableCurve(buildThresholdCurve(judged, new Uint8Array(judged.length).fill(1)))
  if (curve.scores.length === 0) return null
  const here = shareHere(binItems({ ...given, judged: scores }, calibrationShare, 0), calibrationShare)
  const share = here.status === 'estimated' ? here.share : calibrationShare
  const probability = Float64Array.from(scores, (score) => (Number.isNaN(score) ? 0 : probabilityUnder(likelihoodRatio(score, calibrationShare), share)))
  const hits = alongSteps(curve, judged, probability)
  switch (goal.kind) {
    case 'precision': {
      const { floor, leastAlerts } = goal
      const precisionAt = (step: number) => hits.along[step]! / curve.truePositives[step]!
      if (leastAlerts !== undefined) {
        const surest = bestStep(curve, (step) => (curve.truePositives[step]! >= leastAlerts ? precisionAt(step) : -1))
        return surest === null ? null : solved(curve, surest, precisionAt(surest) >= floor)
      }
      const at = bestStep(curve, (step) => (precisionAt(step) >= floor ? hits.along[step]! : -1))
      const nearest = bestStep(curve, precisionAt)
      return at === null ? solved(curve, nearest, false) : solved(curve, at, true)
    }
    case 'recall': {
      const at = bestStep(curve, (step) => (hits.along[step]! / hits.all >= goal.floor ? hits.along[step]! / curve.truePositives[step]! : -1))
      return at === null ? solved(curve, curve.scores.length - 1, false) : solved(curve, at, true)
    }
    case 'payoff':
      return mostExpectedProfit(curve, judged, probability, goal)
  }
}

/** The step with the greatest value of at least 0, the fewest alerts among equals; null without one. */
function bestStep(curve: ThresholdCurve, valueOf: (step: number) => number): number | null {
  let best: number | null = null
  let most = -1
  for (let step = 0; step < curve.scores.length; step++) {
    const value = valueOf(step)
    if (value >= 0 && value > most) {
      best = step
      most = value
    }
  }
  return best
}

function mostExpectedProfit(curve: ThresholdCurve, judged: Float32Array, probability: Float64Array, goal: Extract<EstimatedGoal, { kind: 'payoff' }>): EstimatedSolution | null {
  const { worth, costOfCheck, shareRecovered, costOfMiss } = goal
  let known = 0
  let sum = 0
  for (let row = 0; row < worth.length; row++) {
    if (Number.isNaN(worth[row]!)) continue
    known += probability[row]!
    sum += probability[row]! * worth[row]!
  }
  if (known === 0) return null
  const typical = sum / known
  const gain = Float64Array.from(probability, (q, row) => q * (shareRecovered * (Number.isNaN(worth[row]!) ? typical : worth[row]!) + costOfMiss))
  const { along } = alongSteps(curve, judged, gain)
  const profitAt = (step: number) => along[step]! - costOfCheck * curve.truePositives[step]!
  let best = 0
  for (let step = 1; step < along.length; step++) if (profitAt(step) > profitAt(best)) best = step
  return { ...solved(curve, best, profitAt(best) > 0), profit: profitAt(best) }
}

/** What the rows hold, summed along the steps of their curve, and in all: rows that no threshold takes in count there alone. */
function alongSteps(curve: ThresholdCurve, judged: Float32Array, values: Float64Array): { readonly along: Float64Array; readonly all: number } {
  const along = new Float64Array(curve.scores.length)
  let all = 0
  for (let row = 0; row < judged.length; row++) {
    if (Number.isNaN(judged[row]!)) continue
    all += values[row]!
    const steps = judged[row] === -Infinity ? 0 : stepsAt(curve, judged[row]!)
    if (steps > 0) along[steps - 1]! += values[row]!
  }
  for (let step = 1; step < along.length; step++) along[step]! += along[step - 1]!
  return { along, all }
}

function solved(curve: ThresholdCurve, step: number | null, reached: boolean): EstimatedSolution {
  return { reached, threshold: solutionAt(curve, step ?? 0, reached).threshold, profit: null }
}
