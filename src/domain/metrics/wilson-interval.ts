/** Two-sided 95 % point of the normal distribution. */
const z = 1.959963984540054

export interface ShareInterval {
  readonly low: number
  readonly high: number
}

/**
 * 95 % interval of a share that was seen in a small sample (Wilson 1927, score interval): unlike the
 * textbook one it stays within 0 and 1 and is honest about "3 of 3".
 *
 * @param hits 0 to `of`
 * @param of number of trials; with none nothing is known: 0 to 1
 */
export function wilsonInterval(hits: number, of: number): ShareInterval {
  if (of === 0) return { low: 0, high: 1 }
  const share = hits / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  // Rounding may leave a trace beyond the ends, which the formula touches at none and all.
  return { low: hits === 0 ? 0 : Math.max(0, middle - reach), high: hits === of ? 1 : Math.min(1, middle + reach) }
}
