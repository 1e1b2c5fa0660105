import { wilsonInterval } from '../metrics/wilson-interval'
import { leaveOneOutError } from './leave-one-out'
import { logOddsInterval } from './log-odds-interval'

/** A share from 0 to 1 and how sure it is; NaN where it is not defined or too little is known. */
export interface SureShare {
  readonly value: number
  /** 95 % interval, two-sided. NaN where `tooFew`. */
  readonly low: number
  readonly high: number
  /** Lower 95 % bound, one-sided: in 95 of 100 such samples the true share lies above. Where `tooFew`, a cautious one. */
  readonly atLeast: number
  /** Store-items that the share was counted on. */
  readonly items: number
  /** Too few store-items stand on one side of the share to say how far it may be off. */
  readonly tooFew: boolean
}

/** Rows by store-item. */
export type ItemRows = Uint32Array | Float64Array

/** Store-items on each side of a share, and in all, below which no interval is given. */
export const fewestItemsASide = 5
export const fewestItems = 10

/**
 * The share part / (part + rest) of rows that come in clusters, with its interval. Precision is
 * `clusteredShare(tp, fp)`, recall `(tp, fn)`, specificity `(tn, fp)`.
 *
 * Resampled over store-items by leaving out one at a time (jackknife; Tukey 1958, Efron & Stein
 * 1981) on the scale of log odds, so that the interval stays within 0 and 1. Student's t has twice as
 * many degrees of freedom as the rarer side has store-items, less two: the rarer side makes nearly
 * all of the error. Nothing is drawn at random, so a bound does not flicker as a slider moves.
 *
 * Chosen by simulation, drawing store-items with replacement: with 20 to 100 alerted items and
 * precision .5 to .92 the percentiles of a bootstrap over store-items covered the truth in 90 to 95
 * of 100 cases (their lower bound in 86 to 96), the bootstrap's t in 92 to 96 at ten times the work,
 * this one in 93 to 97; beyond that lies, to the safe side, precision of which fewer than about
 * fifteen store-items have a wrong alert (up to 99). Where a few store-items hold most of the
 * alerts, and there are under about fifty, 92. Below `fewestItems`, or `fewestItemsASide` on a side,
 * none of them holds: then there is no interval, and `atLeast` is Wilson's as if all rows of an item
 * were one and the same, true more often than 95 of 100 times.
 *
 * @param part rows on one side by store-item, one entry an item; fractions where ties are shared out
 * @param rest rows on the other side
 */
export function clusteredShare(part: ItemRows, rest: ItemRows): SureShare {
  let parts = 0
  let rests = 0
  let items = 0
  let itemsWithPart = 0
  let itemsWithRest = 0
  let squares = 0
  for (let i = 0; i < part.length; i++) {
    const p = part[i]!
    const r = rest[i]!
    if (p + r === 0) continue
    items++
    parts += p
    rests += r
    squares += (p + r) ** 2
    if (p > 0) itemsWithPart++
    if (r > 0) itemsWithRest++
  }
  const value = parts / (parts + rests)
  const rarer = Math.min(itemsWithPart, itemsWithRest)
  if (items < fewestItems || rarer < fewestItemsASide) {
    // Kish's effective number: rows of one item say no more than one row would.
    const effective = (parts + rests) ** 2 / squares
    return { value, low: NaN, high: NaN, atLeast: items === 0 ? NaN : wilsonInterval(value * effective, effective).low, items, tooFew: true }
  }
  const logOdds = Math.log(parts / rests)
  const error = leaveOneOutError(part.length, (i) =>
    part[i]! + rest[i]! === 0 ? NaN : Math.log((parts - part[i]!) / (rests - rest[i]!)) - logOdds,
  )
  return { value, ...logOddsInterval(logOdds, error, 2 * (rarer - 1)), items, tooFew: false }
}
