import type { ShareInterval } from '../metrics/wilson-interval'
import { betaInterval } from './beta-interval'

/**
 * How many checks the estimate counts for: after as many real ones, estimate and findings weigh the
 * same. Chosen by trial: on single stores of the test worlds, with eight alerted items or more, the
 * estimate missed the true precision at the shipped thresholds by 9 to 15 points (root mean square,
 * the chance of so few items included), which is what some 3 to 10 checks tell by themselves.
 */
export const estimateWeight = 10

export interface SharpenedPrecision {
  readonly precision: number
  /** Middle 95 % of what may be so. */
  readonly interval: ShareInterval
  readonly checked: number
  readonly real: number
}

/**
 * Precision as believed once shelves were checked. The estimate m stands in for `estimateWeight`
 * checks, w: a beta distribution with a = w m and b = w (1 - m). Each check is added to it, so
 * precision = (w m + real) / (w + checked) (beta-binomial; Gelman et al., Bayesian Data Analysis,
 * 3rd edition, section 2.4).
 *
 * @param estimate expected precision, 0 to 1
 * @param checked alerts at or above the threshold that were checked and whose finding says yes or no
 * @param real of these, records that were phantom
 */
export function sharpenByFindings(estimate: number, checked: number, real: number): SharpenedPrecision {
  // Never quite sure beforehand: an estimate of 0 or 1 would not be moved by any check.
  const held = Math.min(0.999, Math.max(0.001, estimate))
  const a = estimateWeight * held + real
  const b = estimateWeight * (1 - held) + checked - real
  return { precision: a / (a + b), interval: betaInterval(a, b), checked, real }
}
