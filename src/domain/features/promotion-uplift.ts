/** What a promotion does to sales, learned from all earlier promotion days of the extract. */
import type { ExtractTable } from '../table/extract-table'
import type { CrudeRates } from './crude-rates'
import { buildDaySlots, type DaySlots } from './day-slots'
import { knownQuantity } from './known-quantity'

/** Before any promotion was seen: 1.4 times the usual sales, worth 50 expected units. */
const usualUplift = 1.4
const usualUnits = 50
const dayKeep = 0.99

export interface PromotionUplift {
  readonly slots: DaySlots
  /** Per slot (one a day of the extract): factor on expected units of items on promotion, .5 to 5. */
  readonly factor: Float64Array
}

/** Null where the extract has no promotion column. */
export function promotionUplift(table: ExtractTable, crude: CrudeRates): PromotionUplift | null {
  const onPromo = table.optional.onPromo
  if (!onPromo) return null
  const slots = buildDaySlots(table, new Int32Array(table.seriesCount), 1, 1)
  const sold = new Float64Array(slots.slotCount)
  const expected = new Float64Array(slots.slotCount)
  for (let s = 0; s < table.seriesCount; s++) {
    const start = table.seriesStart[s]!
    const shift = slots.firstSlotOfSeries[s]! - start
    for (let row = start; row < table.seriesStart[s + 1]!; row++) {
      if (!(onPromo[row]! > 0) || crude.onSale[row] !== 1) continue
      const units = knownQuantity(table.unitsSold[row]!)
      if (units > 0) sold[row + shift]! += units
      expected[row + shift]! += crude.rate[row]!
    }
  }
  const factor = new Float64Array(slots.slotCount)
  let soldEver = 0
  let expectedEver = 0
  for (let slot = 0; slot < slots.slotCount; slot++) {
    factor[slot] = Math.min(5, Math.max(0.5, (soldEver + usualUplift * usualUnits) / (expectedEver + usualUnits)))
    soldEver = soldEver * dayKeep + sold[slot]!
    expectedEver = expectedEver * dayKeep + expected[slot]!
  }
  return { slots, factor }
}
