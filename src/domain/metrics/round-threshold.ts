import type { ThresholdCurve } from './threshold-curve'

/**
 * The number with fewest decimals (two at least) that cuts above the next lower score and at or
 * below `scores[step]`: as a threshold it gives exactly the alerts of `scores[step]`, and what a
 * person reads in the number box is the whole truth.
 */
export function roundThreshold(curve: ThresholdCurve, step: number): number {
  const score = curve.scores[step]!
  const below = step + 1 < curve.scores.length ? curve.scores[step + 1]! : -Infinity
  for (let decimals = 2; decimals <= 9; decimals++) {
    const rounded = Number((Math.floor(score * 10 ** decimals) / 10 ** decimals).toFixed(decimals))
    if (Math.fround(rounded) > below && Math.fround(rounded) <= score) return rounded
  }
  return score
}
