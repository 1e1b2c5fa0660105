/** What each store did as a whole on each day. */
import type { ExtractTable } from '../table/extract-table'
import type { DaySlots } from './day-slots'
import type { HeldDemand } from './held-demand'
import { knownQuantity } from './known-quantity'
import { logNoSale } from './no-sale-probability'
import type { StoreEffects } from './store-effects'

/** Per store slot. */
export interface StoreDays {
  readonly closed: Uint8Array
  /** Days since the store was last closed, 0 on such a day; -1 where it never was. */
  readonly daysSinceClosed: Int32Array
  /** Items with a row that day. */
  readonly items: Int32Array
  /** Items that were on sale, how many of them sold nothing, and how many should have by chance. */
  readonly onSale: Int32Array
  readonly quiet: Int32Array
  readonly quietExpected: Float64Array
}

export function storeDays(table: ExtractTable, slots: DaySlots, effects: StoreEffects, demand: HeldDemand): StoreDays {
  const { slotCount } = slots
  const items = new Int32Array(slotCount)
  const onSale = new Int32Array(slotCount)
  const quiet = new Int32Array(slotCount)
  const quietExpected = new Float64Array(slotCount)
  for (let s = 0; s < table.seriesCount; s++) {
    for (let row = table.seriesStart[s]!, slot = slots.firstSlotOfSeries[s]!; row < table.seriesStart[s + 1]!; row++, slot++) {
      items[slot]!++
      const mean = demand.expected[row]!
      if (mean > 0) {
        onSale[slot]!++
        if (!(knownQuantity(table.unitsSold[row]!) > 0)) quiet[slot]!++
        quietExpected[slot]! += Math.exp(logNoSale(mean, demand.excess[row]!))
      }
    }
  }
  const daysSinceClosed = new Int32Array(slotCount)
  for (let group = 0; group + 1 < slots.groupStart.length; group++) {
    let closedOn = NaN
    for (let slot = slots.groupStart[group]!; slot < slots.groupStart[group + 1]!; slot++) {
      if (effects.closed[slot] === 1) closedOn = slots.day[slot]!
      daysSinceClosed[slot] = closedOn === closedOn ? slots.day[slot]! - closedOn : -1
    }
  }
  return { closed: effects.closed, daysSinceClosed, items, onSale, quiet, quietExpected }
}
