/** How improbable silences ended before, in the whole extract: by a sale from the old stock, or by a correction of the record. */
import type { ExtractTable } from '../table/extract-table'
import type { HeldDemand } from './held-demand'
import { knownQuantity } from './known-quantity'
import { unitsReceived } from './receipts'

/** A silence less probable than this is worth remembering how it ended. */
const improbableBelow = Math.log(0.01)
/** A record that loses this share without a sale was put right. */
const correctedShare = 0.5

/** Per day of the extract, `day - firstDay`; all counts are of earlier days. */
export interface SettledSilences {
  readonly firstDay: number
  /** Ended by a sale with no delivery since the silence began: the stock was there. */
  readonly endedBySale: Float64Array
  /** Ended by a correction to half the record or less: it was not. */
  readonly endedByCorrection: Float64Array
  /** Store-item-days with a record above zero. */
  readonly stockedDays: Float64Array
}

/** One pass over the rows, then running sums over days. What a silence was is known on the day that it ends, not before. */
export function settledSilences(table: ExtractTable, demand: HeldDemand): SettledSilences {
  let firstDay = Infinity
  let lastDay = -Infinity
  for (let s = 0; s < table.seriesCount; s++) {
    firstDay = Math.min(firstDay, table.day[table.seriesStart[s]!]!)
    lastDay = Math.max(lastDay, table.day[table.seriesStart[s + 1]! - 1]!)
  }
  const days = table.seriesCount > 0 ? lastDay - firstDay + 2 : 0
  const endedBySale = new Float64Array(days)
  const endedByCorrection = new Float64Array(days)
  const stockedDays = new Float64Array(days)
  const { unitsReceived: received, unitsAdjusted: adjusted } = table.optional
  for (let s = 0; s < table.seriesCount; s++) {
    let delivered = false
    let improbable = false
    let before = NaN
    for (let row = table.seriesStart[s]!; row < table.seriesStart[s + 1]!; row++) {
      const next = table.day[row]! - firstDay + 1
      const sold = knownQuantity(table.unitsSold[row]!)
      const onHand = knownQuantity(table.onHand[row]!)
      const correction = adjusted ? knownQuantity(adjusted[row]!) : NaN
      if (unitsReceived(received ? knownQuantity(received[row]!) : NaN, onHand, before, sold, correction) > 0) delivered = true
      if (sold > 0) {
        if (improbable && !delivered) endedBySale[next]!++
        improbable = delivered = false
      } else if (improbable && before > 0 && onHand <= correctedShare * before) {
        endedByCorrection[next]!++
        improbable = false
      } else if (onHand > 0 && demand.logPNegativeBinomial[row]! < improbableBelow) improbable = true
      if (onHand > 0) stockedDays[next]!++
      before = onHand
    }
  }
  for (let day = 1; day < days; day++) {
    endedBySale[day]! += endedBySale[day - 1]!
    endedByCorrection[day]! += endedByCorrection[day - 1]!
    stockedDays[day]! += stockedDays[day - 1]!
  }
  return { firstDay, endedBySale, endedByCorrection, stockedDays }
}
