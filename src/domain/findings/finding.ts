/** What a check of one shelf found, for one store-item and one day of the record. */
import type { EpochDay } from '../table/extract-table'

/**
 * - `not-found`: nothing anywhere in the store.
 * - `backroom`: stock, but none of it on the shelf.
 * - `misplaced`: stock where no shopper finds it.
 * - `on-shelf`: on the shelf, as the record says.
 * - `damaged`: there, and not fit to be sold.
 * - `not-ranged`: this store does not sell the item.
 */
export const outcomes = ['not-found', 'backroom', 'misplaced', 'on-shelf', 'damaged', 'not-ranged'] as const
export type FindingOutcome = (typeof outcomes)[number]

/** Which findings a finding belongs to: those of the demo extract never mix with those of real stores. */
export type FindingSet = 'own' | 'demo'

/** One store-item on one day. Identifiers are text, as the file wrote them. */
export interface FindingPlace {
  readonly set: FindingSet
  readonly store: string
  readonly sku: string
  /** Day of the record that was checked, not of the check itself. */
  readonly day: EpochDay
}

/** What a model said of the row when the finding was entered. */
export interface ModelPromise {
  readonly model: string
  /** Calibrated, 0 to 1. */
  readonly probability: number
  /** The probability reached the threshold in use. */
  readonly alerted: boolean
}

export interface Finding extends FindingPlace {
  readonly outcome: FindingOutcome
  readonly itemName: string | null
  /** Units on record at the close of that day; null where it is not known any more. */
  readonly onHand: number | null
  /** Units that were counted, >= 0; null where nobody counted. */
  readonly counted: number | null
  readonly note: string
  /** Milliseconds since 1970-01-01 UTC, given in by whoever has a clock. */
  readonly enteredAt: number
  readonly promise: ModelPromise | null
}

/** A finding that was taken back. It stays as an entry, so that an older copy in another tab or file cannot bring the finding back. */
export interface Withdrawal extends FindingPlace {
  readonly outcome: null
  readonly enteredAt: number
}

export type FindingEntry = Finding | Withdrawal

/** Names a store-item-day; two places share it only where all parts are equal. */
export function placeKey({ set, store, sku, day }: FindingPlace): string {
  return JSON.stringify([set, store, sku, day])
}

export function isFinding(entry: FindingEntry): entry is Finding {
  return entry.outcome !== null
}

/**
 * Was the record a phantom: nothing that a shopper could find and buy? Stock in the backroom can be
 * sold and is another finding. null: the outcome does not say (the store does not sell the item).
 */
export function wasPhantom(outcome: FindingOutcome): boolean | null {
  switch (outcome) {
    case 'not-found':
    case 'misplaced':
    case 'damaged':
      return true
    case 'backroom':
    case 'on-shelf':
      return false
    case 'not-ranged':
      return null
  }
}
