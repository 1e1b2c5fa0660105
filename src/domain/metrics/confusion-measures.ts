/**
 * The measures that follow from four counts. All are shares from 0 to 1 unless said otherwise;
 * NaN where the measure is not defined (nothing to divide by), never a silent 0 or 1.
 */
import type { ConfusionCounts } from './counts-at'

/** tp / (tp + fp): of the alerts, how many are phantom. NaN without an alert. */
export function precision({ tp, fp }: ConfusionCounts): number {
  return tp / (tp + fp)
}

/** tp / (tp + fn): of the phantom rows, how many are alerts. NaN without a phantom row. */
export function recall({ tp, fn }: ConfusionCounts): number {
  return tp / (tp + fn)
}

/** tn / (tn + fp): of the rows that are not phantom, how many are left in peace. NaN without one. */
export function specificity({ tn, fp }: ConfusionCounts): number {
  return tn / (tn + fp)
}

/**
 * (1 + b^2) tp / ((1 + b^2) tp + b^2 fn + fp): weighs recall b times as much as precision (van
 * Rijsbergen 1979). Defined also without an alert (0); NaN only with neither alert nor phantom.
 */
export function fBeta({ tp, fp, fn }: ConfusionCounts, beta: number): number {
  const weight = beta * beta
  return ((1 + weight) * tp) / ((1 + weight) * tp + weight * fn + fp)
}

/** The harmonic mean of precision and recall. */
export function f1(counts: ConfusionCounts): number {
  return fBeta(counts, 1)
}

/** (tp + fp) / all rows. NaN without rows. */
export function alertRate({ tp, fp, fn, tn }: ConfusionCounts): number {
  return (tp + fp) / (tp + fp + fn + tn)
}

/** (tp + fn) / all rows: the precision of checking shelves at random. NaN without rows. */
export function baseRate({ tp, fp, fn, tn }: ConfusionCounts): number {
  return (tp + fn) / (tp + fp + fn + tn)
}

/** Precision over base rate, a ratio >= 0: 5 finds five times as many per check as random checks. */
export function lift(counts: ConfusionCounts): number {
  return precision(counts) / baseRate(counts)
}
