/** One sentence from a row's own figures. */
import type { EvidenceId } from './evidence-groups'

export interface Reason {
  /** Names the rule that it came from; no two reasons of a row have the same. */
  readonly id: string
  readonly group: EvidenceId
  /** `missing`: speaks for stock that is not there; `there`: against it. */
  readonly speaksFor: 'missing' | 'there'
  readonly sentence: string
}

/** How numbers and days are written: the screens' own way, given in so that there is one. */
export interface Words {
  /** A day of the year: "3 May". */
  readonly day: (day: number) => string
  /** Units, rounded as they are read. */
  readonly units: (units: number) => string
  /** Units that are an estimate: "about 48". */
  readonly about: (units: number) => string
  /** A share, 0 to 1, as whole percent. */
  readonly percent: (share: number) => string
  readonly money: (amount: number) => string
}
