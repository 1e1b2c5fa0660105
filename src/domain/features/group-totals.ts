/** Sums a group's items by day, so that each item can be held against the others. */
import type { ExtractTable } from '../table/extract-table'
import type { DaySlots } from './day-slots'
import type { HeldDemand } from './held-demand'
import { knownQuantity } from './known-quantity'

/** A silence less probable than this makes an item count as silent. */
export const silentBelow = Math.log(0.05)

/** Per slot of `slots`. Running sums include the slot's day and begin with its run of days. */
export interface GroupTotals {
  readonly slots: DaySlots
  /** Running sums of units sold and units expected on days on sale. */
  readonly soldSoFar: Float64Array
  readonly expectedSoFar: Float64Array
  /** Items with a row and a record above zero. */
  readonly stocked: Int32Array
  /** Of these, items whose silence is improbable. */
  readonly silent: Int32Array
}

/** Is this row stocked by the record, and silent beyond chance? */
export function isSilent(demand: HeldDemand, row: number): boolean {
  return demand.logPNegativeBinomial[row]! < silentBelow
}

export function groupTotals(table: ExtractTable, slots: DaySlots, demand: HeldDemand): GroupTotals {
  const sold = new Float64Array(slots.slotCount)
  const expected = new Float64Array(slots.slotCount)
  const stocked = new Int32Array(slots.slotCount)
  const silent = new Int32Array(slots.slotCount)
  for (let s = 0; s < table.seriesCount; s++) {
    const first = slots.firstSlotOfSeries[s]!
    if (first < 0) continue
    for (let row = table.seriesStart[s]!, slot = first; row < table.seriesStart[s + 1]!; row++, slot++) {
      const mean = demand.expected[row]!
      if (mean > 0) {
        const units = knownQuantity(table.unitsSold[row]!)
        if (units > 0) sold[slot]! += units
        expected[slot]! += mean
      }
      if (table.onHand[row]! > 0) {
        stocked[slot]!++
        if (isSilent(demand, row)) silent[slot]!++
      }
    }
  }
  for (let slot = 1; slot < slots.slotCount; slot++) {
    if (slots.runStart[slot] === slot) continue
    sold[slot]! += sold[slot - 1]!
    expected[slot]! += expected[slot - 1]!
  }
  return { slots, soldSoFar: sold, expectedSoFar: expected, stocked, silent }
}

/** Sum over the days (slot - window, slot] of a running sum; window >= 1, cut at the start of the run. */
export function windowSum(soFar: Float64Array, runStart: Int32Array, slot: number, window: number): number {
  const before = slot - window
  return before >= runStart[slot]! ? soFar[slot]! - soFar[before]! : soFar[slot]!
}
