import type { ThresholdCurve } from './threshold-curve'

/**
 * The curve without a last step at -Infinity, which no threshold takes in: its rows still count among positives
 * and negatives. The same curve where there is none.
 */
export function reachableCurve(curve: ThresholdCurve): ThresholdCurve {
  const last = curve.scores.length - 1
  if (curve.scores[last] !== -Infinity) return curve
  return {
    ...curve,
    scores: curve.scores.slice(0, last),
    truePositives: curve.truePositives.slice(0, last),
    falsePositives: curve.falsePositives.slice(0, last),
  }
}
