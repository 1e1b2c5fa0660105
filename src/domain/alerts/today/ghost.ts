/**
 * A ghost: the record says that there is nothing, and the item sells. The opposite of a phantom; a
 * record wrong this way is ordered too much of, or hides a delivery that was never booked.
 */
import { knownQuantity } from '../../features/known-quantity'
import type { Standing } from './standing'

/** Days looked back on, the latest included. */
export const ghostDays = 7

/**
 * Units sold in the last `ghostDays` days that the record did not have, 0 where it had them or where
 * it claims stock now. A day counts with all its sales if it opened and closed with nothing on record
 * and no delivery or upward correction is told; a day that ends below zero counts with what lies
 * below zero and was sold that day. An item that merely sold out is no ghost.
 */
export function unitsSoldWithoutStock({ context: { table }, series, row }: Standing): number {
  if (!(table.onHand[row]! <= 0)) return 0
  const { unitsReceived, unitsAdjusted } = table.optional
  const start = table.seriesStart[series]!
  let units = 0
  for (let day = Math.max(start, row - ghostDays + 1); day <= row; day++) {
    const sold = knownQuantity(table.unitsSold[day]!)
    const close = knownQuantity(table.onHand[day]!)
    if (!(sold > 0) || !(close <= 0)) continue
    const open = day > start ? knownQuantity(table.onHand[day - 1]!) : NaN
    const cameIn = (unitsReceived && unitsReceived[day]! > 0) || (unitsAdjusted && unitsAdjusted[day]! > 0)
    if (open <= 0 && !cameIn) units += sold
    else units += Math.min(sold, -close)
  }
  return units
}
