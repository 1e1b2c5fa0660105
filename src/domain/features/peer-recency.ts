/** When the stores that carry a SKU last sold it. */
import type { ExtractTable } from '../table/extract-table'
import type { DaySlots } from './day-slots'
import type { HeldDemand } from './held-demand'

/** No store of that slot has sold the SKU. */
export const noSaleYet = 0x7fffffff

/** Per SKU slot, over the stores with a row and a record above zero. */
export interface PeerRecency {
  /** Stores that sold it within the last 7, and 28, days. */
  readonly selling7: Int32Array
  readonly selling28: Int32Array
  /** Stores that have sold it at all, and the sum of log(1 + days since the last sale) over them. */
  readonly sellers: Int32Array
  readonly logDays: Float64Array
  /** Least and second least days since the last sale (`noSaleYet` where there is none). */
  readonly least: Int32Array
  readonly secondLeast: Int32Array
}

export function peerRecency(table: ExtractTable, skuSlots: DaySlots, demand: HeldDemand): PeerRecency {
  const { slotCount } = skuSlots
  const selling7 = new Int32Array(slotCount)
  const selling28 = new Int32Array(slotCount)
  const sellers = new Int32Array(slotCount)
  const logDays = new Float64Array(slotCount)
  const least = new Int32Array(slotCount).fill(noSaleYet)
  const secondLeast = new Int32Array(slotCount).fill(noSaleYet)
  for (let s = 0; s < table.seriesCount; s++) {
    const first = skuSlots.firstSlotOfSeries[s]!
    if (first < 0) continue
    for (let row = table.seriesStart[s]!, slot = first; row < table.seriesStart[s + 1]!; row++, slot++) {
      const days = demand.daysSinceSale[row]!
      if (!(table.onHand[row]! > 0) || days < 0) continue
      if (days < 7) selling7[slot]!++
      if (days < 28) selling28[slot]!++
      sellers[slot]!++
      logDays[slot]! += Math.log1p(days)
      if (days < least[slot]!) {
        secondLeast[slot] = least[slot]!
        least[slot] = days
      } else if (days < secondLeast[slot]!) secondLeast[slot] = days
    }
  }
  return { selling7, selling28, sellers, logDays, least, secondLeast }
}
