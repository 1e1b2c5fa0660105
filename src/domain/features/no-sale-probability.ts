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

const smallestUsual = 0.1
const largestUsual = 1
const logAtOne = Math.log(0.6)
const exponent = -0.3
/** Rates at which the power law meets its bounds: most items of an extract are slower than the first. */
const slowestRate = Math.exp((Math.log(largestUsual) - logAtOne) / exponent)
const fastestRate = Math.exp((Math.log(smallestUsual) - logAtOne) / exponent)

/**
 * Excess variation of daily retail demand to assume for an item that sells `rate` units a day,
 * before its own days speak. A power law through published estimates for grocery, household and
 * hobby items, within 0.1 and 1: 0.86 at 0.3 units/day, 0.53 at 1.5, 0.30 at 10.
 */
export function usualExcess(rate: number): number {
  if (rate <= slowestRate) return largestUsual
  if (rate >= fastestRate) return smallestUsual
  // 0.6 x rate^-0.3, by two functions that take half the time of a power.
  return Math.exp(logAtOne + exponent * Math.log(rate))
}
