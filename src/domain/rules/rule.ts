/** What a rule is, as data: the screens, the report and the tests read it. */
import type { RuleDays } from './rule-days'

export interface Rule {
  readonly id: string
  /** As people who use it say it. */
  readonly name: string
  /** Programmes alert at this score or above; null for a ranking, which has no fixed value. */
  readonly threshold: number | null
  /** Names of the features that it reads, or `store`, `sku` and `day`. */
  readonly reads: readonly string[]
  /**
   * Scores every day of one series, past and present only: higher is likelier to be a phantom, NaN
   * where the rule has no answer, which ranks below every answer. `out[at + i]` is day i.
   */
  score(days: RuleDays, out: Float32Array, at: number): void
}

/** -log .05: a rule that scores by the log of a chance alerts where the chance is below 5 %. */
export const fivePercent = -Math.log(0.05)

/** Shares of no-sale days are held inside this range before logarithms are taken. */
const smallestShare = 0.02
const largestShare = 0.98

/**
 * Share of quiet days among `seen` days of which `selling` sold, with one imagined day each way, which keeps
 * short histories away from 0 and 1.
 */
export function quietShare(seen: number, selling: number): number {
  return Math.min(largestShare, Math.max(smallestShare, (seen - selling + 1) / (seen + 2)))
}
