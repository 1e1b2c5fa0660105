/** What checks cost and finds bring, as the user filled it in; amounts in the user's own currency. */
import { z } from 'zod'
import type { Payoff } from '../domain/bench/payoff'

/** One figure for each way of reckoning, so that changing the way loses none. */
export interface PayoffTable {
  /** Of one check, >= 0. */
  readonly costOfCheck: number
  /** What a find is worth: units a day x days x margin of a unit, the same with a share of the price, or one amount. */
  readonly worthBy: Payoff['worth']['by']
  /** Days that a phantom would have stayed unfound, >= 0. */
  readonly days: number
  /** Margin of one unit, >= 0. */
  readonly marginOfUnit: number
  /** Margin as a share of the price, 0 to 1. */
  readonly marginShare: number
  /** What one find is worth, >= 0. */
  readonly amount: number
  /** Share of the worth that a find brings back, 0 to 1. */
  readonly shareRecovered: number
  /** Of a phantom that is not alerted, beyond the worth forgone, >= 0. */
  readonly costOfMiss: number
}

export interface PayoffState {
  readonly payoff: PayoffTable
}

export interface PayoffActions {
  /** Figures that are out of range, or none at all, leave what stood. */
  readonly setPayoff: (change: Partial<PayoffTable>) => void
}

/** A place to begin, not advice: a walk of a few minutes, and three weeks until a count would have found it. */
export const usualPayoff: PayoffTable = { costOfCheck: 2, worthBy: 'unit', days: 21, marginOfUnit: 1, marginShare: 0.3, amount: 15, shareRecovered: 0.5, costOfMiss: 0 }

const amount = z.number().nonnegative()
const share = z.number().min(0).max(1)
/** As files and links hold it. */
export const writtenPayoff = z.object({
  costOfCheck: amount,
  worthBy: z.enum(['unit', 'price', 'find']),
  days: amount,
  marginOfUnit: amount,
  marginShare: share,
  amount,
  shareRecovered: share,
  costOfMiss: amount,
})

/** A payoff table as a browser or a file kept it; the usual one where it is none. */
export function payoffIn(given: unknown): PayoffTable {
  const read = writtenPayoff.safeParse(given)
  return read.success ? read.data : usualPayoff
}

/** The table after a change; the table itself where the change is none that can be. */
export function changedPayoff(before: PayoffTable, change: Partial<PayoffTable>): PayoffTable {
  const read = writtenPayoff.safeParse({ ...before, ...change })
  return read.success ? read.data : before
}

/** The table as studies read it: without the figures of other ways of reckoning. */
export function payoffOf({ costOfCheck, worthBy, days, marginOfUnit, marginShare, amount: ofFind, shareRecovered, costOfMiss }: PayoffTable): Payoff {
  const worth: Payoff['worth'] =
    worthBy === 'find' ? { by: 'find', amount: ofFind } : worthBy === 'unit' ? { by: 'unit', days, marginOfUnit } : { by: 'price', days, marginShare }
  return { costOfCheck, worth, shareRecovered, costOfMiss }
}
