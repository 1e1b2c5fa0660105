/** Deliveries: as the file tells them, else as the record lets one infer. */

/**
 * A rise of the record that sales do not explain counts as a delivery from this many units on.
 * A rise of one unit is more often a return or a correction.
 */
const smallestInferredReceipt = 2

/**
 * Units received on a day, >= 0. `told` is the file's figure and wins where it is known.
 * Else a rise of the record beyond sales and adjustments, if it is at least two units.
 * NaN (unknown) cells in the other arguments make the inferred figure 0.
 */
export function unitsReceived(told: number, onHand: number, onHandBefore: number, sold: number, adjusted: number): number {
  if (told === told) return told > 0 ? told : 0
  const rise = onHand - onHandBefore + (sold > 0 ? sold : 0) - (adjusted === adjusted ? adjusted : 0)
  return rise >= smallestInferredReceipt ? rise : 0
}
