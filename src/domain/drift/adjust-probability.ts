/** Probabilities are held this far from 0 and 1, so that no single row decides. */
const margin = 1e-7

/**
 * How much likelier a row with this score is among phantom rows than among the others: the odds of
 * a calibrated probability over the odds of the share that it was calibrated under. > 0; 1 says nothing.
 *
 * @param probability calibrated, 0 to 1
 * @param calibrationShare share of phantom rows where it was calibrated, above 0 and below 1
 */
export function likelihoodRatio(probability: number, calibrationShare: number): number {
  const held = Math.min(1 - margin, Math.max(margin, probability))
  return ((held / (1 - held)) * (1 - calibrationShare)) / calibrationShare
}

/**
 * The probability of a row with this likelihood ratio where `share` of all rows are phantom: Bayes
 * with another prior (Saerens, Latinne & Decaestecker 2002, eq. 2.4). It holds as long as phantom
 * rows look as they did, and others as they did: only their share is another.
 */
export function probabilityUnder(ratio: number, share: number): number {
  return (share * ratio) / (share * ratio + 1 - share)
}
