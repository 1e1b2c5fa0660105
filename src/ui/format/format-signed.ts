/** Differences as the screens write them. */

/** The sign always stands, as a true minus below zero; what rounds to nothing has none. */
export function formatSigned(difference: number, format: (size: number) => string): string {
  const size = format(Math.abs(difference))
  if (Number.isNaN(difference) || size === format(0)) return size
  return `${difference < 0 ? '−' : '+'}${size}`
}

/** A difference of two shares, in points of percent: 0.0677 -> "6.8 pts". */
export function formatPoints(size: number): string {
  return `${(size * 100).toFixed(1)} pts`
}
