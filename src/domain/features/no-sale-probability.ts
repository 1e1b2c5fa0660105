/**
 * How probable a day without a sale is under negative-binomial demand, whose variance is
 * mean + excess x mean^2 (`excess` = 1 / size; 0 is Poisson).
 */

/** Natural logarithm of P(no sale) for a day on which `mean` units are expected; mean >= 0, excess > 0. */
export function logNoSale(mean: number, excess: number): number {
  return -Math.log1p(mean * excess) / excess
}

export const smallestExcess = 0.02
export const largestExcess = 3

/**
 * Excess variation of daily retail demand to assume for an item that sells `rate` units a day,
 * before its own days speak. A power law through published estimates for grocery, household and
 * hobby items: 0.86 at 0.3 units/day, 0.53 at 1.5, 0.30 at 10.
 */
export function usualExcess(rate: number): number {
  return Math.min(1, Math.max(0.1, 0.6 * Math.pow(rate, -0.3)))
}
