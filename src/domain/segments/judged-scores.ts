/**
 * Scores as one common threshold judges them when some rows have a threshold of their own: those are decided
 * whatever the common one is, so theirs become Infinity (an alert at every threshold) or -Infinity (at none).
 *
 * @param scores probabilities; NaN (not scored) stays NaN
 * @param cuts parallel: the row's own threshold as float32, NaN where it follows the common one
 */
export function judgedScores(scores: Float32Array, cuts: Float32Array): Float32Array {
  const judged = new Float32Array(scores.length)
  for (let row = 0; row < scores.length; row++) judged[row] = judgedScore(scores[row]!, cuts[row]!)
  return judged
}

/** One of them. */
export function judgedScore(score: number, cut: number): number {
  // Either NaN: not scored, or the common threshold decides.
  if (score !== score || cut !== cut) return score
  return score >= cut ? Infinity : -Infinity
}
