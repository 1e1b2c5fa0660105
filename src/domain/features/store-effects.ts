/** What a store's day does to all its items: weekday, traffic, a closed door, the store's size. */
import type { ExtractTable } from '../table/extract-table'
import type { CrudeRates } from './crude-rates'
import type { DaySlots } from './day-slots'
import { knownQuantity } from './known-quantity'
import { weekday } from './weekday'

/** Units of evidence that pull a weekday, and a day's traffic, towards "like any other day". */
const weekdayShrinkUnits = 30
export const trafficShrinkUnits = 30
/** One more week counts this much of what it counted before. */
const weekKeep = 0.95
/** A store without one sale is closed if about this many items should have sold. */
const silentItemsOfClosedStore = 5

export interface StoreEffects {
  /** Per store slot: weekday factor, about 1, from days before. */
  readonly weekdayFactor: Float64Array
  /** Per store slot: sold over expected by the crude rates on earlier days: their bias in this store. */
  readonly level: Float64Array
  /** Per store slot: units sold, and expected by the crude rates, by the items that were on sale. */
  readonly sold: Float64Array
  readonly expected: Float64Array
  /** Per store slot: 1 where the store sold nothing though several items should have. */
  readonly closed: Uint8Array
  /** Per store slot: crude units a day of a typical item, the geometric mean over its items. */
  readonly typicalRate: Float64Array
}

/** Two passes: rows into days, then each store's days in order. */
export function storeEffects(table: ExtractTable, crude: CrudeRates, slots: DaySlots): StoreEffects {
  const { slotCount } = slots
  const sold = new Float64Array(slotCount)
  const expected = new Float64Array(slotCount)
  const allSold = new Float64Array(slotCount)
  const itemsToSell = new Float64Array(slotCount)
  const logRates = new Float64Array(slotCount)
  const items = new Int32Array(slotCount)
  for (let s = 0; s < table.seriesCount; s++) {
    const start = table.seriesStart[s]!
    const shift = slots.firstSlotOfSeries[s]! - start
    for (let row = start, end = table.seriesStart[s + 1]!; row < end; row++) {
      const slot = row + shift
      const units = knownQuantity(table.unitsSold[row]!)
      const rate = crude.rate[row]!
      if (units > 0) allSold[slot]! += units
      logRates[slot]! += Math.log(rate)
      items[slot]!++
      if (crude.onSale[row] === 1) {
        if (units > 0) sold[slot]! += units
        expected[slot]! += rate
        itemsToSell[slot]! += rate < 1 ? rate : 1
      }
    }
  }

  const weekdayFactor = new Float64Array(slotCount)
  const level = new Float64Array(slotCount)
  const closed = new Uint8Array(slotCount)
  const typicalRate = new Float64Array(slotCount)
  const soldOn = new Float64Array(7)
  const expectedOn = new Float64Array(7)
  for (let group = 0; group + 1 < slots.groupStart.length; group++) {
    soldOn.fill(0)
    expectedOn.fill(0)
    let soldEver = 0
    let expectedEver = 0
    for (let slot = slots.groupStart[group]!; slot < slots.groupStart[group + 1]!; slot++) {
      const day = weekday(slots.day[slot]!)
      const bias = (soldEver + weekdayShrinkUnits) / (expectedEver + weekdayShrinkUnits)
      const factor = (soldOn[day]! + weekdayShrinkUnits * bias) / (expectedOn[day]! + weekdayShrinkUnits) / bias
      level[slot] = bias
      weekdayFactor[slot] = factor
      typicalRate[slot] = Math.exp(logRates[slot]! / items[slot]!)
      if (allSold[slot] === 0 && itemsToSell[slot]! * factor >= silentItemsOfClosedStore) {
        closed[slot] = 1
        continue
      }
      soldOn[day] = soldOn[day]! * weekKeep + sold[slot]!
      expectedOn[day] = expectedOn[day]! * weekKeep + expected[slot]!
      // The level forgets by the day at the pace of the weekdays.
      soldEver = soldEver * Math.pow(weekKeep, 1 / 7) + sold[slot]!
      expectedEver = expectedEver * Math.pow(weekKeep, 1 / 7) + expected[slot]!
    }
  }
  return { weekdayFactor, level, sold, expected, closed, typicalRate }
}
