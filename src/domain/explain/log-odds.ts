/** Probabilities are held this far from 0 and 1: float32 has no closer neighbour of 1 that is worth telling apart. */
const limit = 1e-7

/** log(p / (1 - p)), between -16.1 and 16.1; NaN where p is. Evidence adds up on this scale. */
export function logOdds(probability: number): number {
  const held = Math.min(1 - limit, Math.max(limit, probability))
  return Math.log(held) - Math.log1p(-held)
}
