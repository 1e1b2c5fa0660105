/**
 * A two-state forward filter: is anything sellable in the store at the close of the day?
 * It sees sales and receipts up to that day and nothing later.
 */
import { logNoSale } from './no-sale-probability'

/** Chance a day that an available item becomes unavailable while the record shows stock. */
const onset = 0.003
/** Chance a day that it comes back by itself: found, restocked, put right. */
const recovery = 0.01
/** The same on a day with a delivery, or with an upward correction of the record. */
const recoveryOnReceipt = 0.35
const recoveryOnCorrection = 0.5
/** Chance of a booked sale of an item that is not there: neighbour scanned in its place. */
const saleWhileUnavailable = 0.002
/** Where the record itself shows nothing, the next stock is new stock. */
export const unavailableAtStart = 0.02

/** The day before's probability of "unavailable", carried into a day before its sales are seen. */
export function carryUnavailable(p: number, received: number, correction: number): number {
  const back = correction > 0 ? recoveryOnCorrection : received > 0 ? recoveryOnReceipt : recovery
  return p * (1 - back) + (1 - p) * onset
}

/** Bayes: the same after the day's sales, of which `mean` units were expected. */
export function seeSales(p: number, sold: number, mean: number, excess: number): number {
  const quiet = Math.exp(logNoSale(mean, excess))
  const ifThere = sold > 0 ? 1 - quiet : quiet
  const ifNot = sold > 0 ? saleWhileUnavailable : 1 - saleWhileUnavailable
  const joint = p * ifNot
  const total = joint + (1 - p) * ifThere
  return total > 0 ? Math.min(0.9999, Math.max(1e-6, joint / total)) : p
}
