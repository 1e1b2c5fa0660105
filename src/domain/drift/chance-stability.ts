/** 95th percentile of the normal distribution, one side. */
const z95 = 1.6448536269514722

/**
 * The stability index that one in twenty extracts exceeds by chance alone, though nothing has moved.
 * With n independent values and B bins the index is about chi-squared with B - 1 degrees of freedom
 * over n (Yurdakul & Naranjo 2020, "Statistical properties of the population stability index",
 * Journal of Risk Model Validation 14). Rows of one store-item hang together, so n is their number.
 * The percentile is by Wilson & Hilferty's cube (1931).
 *
 * @param bins 2 or more
 * @param storeItems 1 or more
 */
export function chanceStability(bins: number, storeItems: number): number {
  const degrees = bins - 1
  const part = 2 / (9 * degrees)
  return (degrees * (1 - part + z95 * Math.sqrt(part)) ** 3) / storeItems
}
