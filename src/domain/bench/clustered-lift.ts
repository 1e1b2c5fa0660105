import { studentPoint } from '../metrics/student-t'
import { fewestItems, fewestItemsASide, type SureShare } from './clustered-share'
import type { ItemCounts } from './item-counts'
import { leaveOneOutError } from './leave-one-out'

/**
 * Lift (precision over base rate, >= 0) with its interval: as `clusteredShare`, on the scale of its
 * logarithm. No bound at all, not even a cautious one, where too few store-items stand behind it.
 */
export function clusteredLift({ tp, fp, fn, tn }: ItemCounts): SureShare {
  let right = 0
  let alerts = 0
  let phantom = 0
  let rows = 0
  let items = 0
  let itemsRight = 0
  let itemsWrong = 0
  for (let i = 0; i < tp.length; i++) {
    const all = tp[i]! + fp[i]! + fn[i]! + tn[i]!
    if (all === 0) continue
    items++
    rows += all
    right += tp[i]!
    alerts += tp[i]! + fp[i]!
    phantom += tp[i]! + fn[i]!
    if (tp[i]! > 0) itemsRight++
    if (fp[i]! > 0) itemsWrong++
  }
  const value = right / alerts / (phantom / rows)
  const rarer = Math.min(itemsRight, itemsWrong)
  if (items < fewestItems || rarer < fewestItemsASide) return { value, low: NaN, high: NaN, atLeast: NaN, items, tooFew: true }
  const log = Math.log(value)
  const error = leaveOneOutError(tp.length, (i) => {
    const all = tp[i]! + fp[i]! + fn[i]! + tn[i]!
    if (all === 0) return NaN
    return Math.log(((right - tp[i]!) * (rows - all)) / ((alerts - tp[i]! - fp[i]!) * (phantom - tp[i]! - fn[i]!))) - log
  })
  const freedom = 2 * (rarer - 1)
  const at = (errors: number): number => value * Math.exp(errors * error)
  return { value, low: at(-studentPoint(0.975, freedom)), high: at(studentPoint(0.975, freedom)), atLeast: at(-studentPoint(0.95, freedom)), items, tooFew: false }
}
