/** On which days a store as a whole sold next to nothing: closed, a holiday, a storm, a dead till. */
import type { FeatureContext } from '../../features/context'
import { knownQuantity } from '../../features/known-quantity'
import { chanceOfSilence, silentDays, type Standing } from './standing'

/** A store that sells at most this share of what its items usually sell, sells next to nothing. */
export const stillShare = 0.1
/** Of a store that usually sells less than this many units a day, a day without sales says nothing. */
const leastUsualUnits = 5
/** At least this share of an item's silent days must be such days ... */
export const stillDaysShare = 0.5
/** ... and its silence on the other days must be as probable as this: otherwise it speaks for itself. */
export const otherDaysTellBelow = 0.2

export interface StoreTrading {
  /** Per store slot of the context, running sum: still days up to and with this slot, from the start of the store. */
  readonly stillSoFar: Int32Array
}

/** One pass over rows and one over the stores' days; uses all days of the extract, each by itself. */
export function storeTrading({ table, demand, store: { slots }, storeDays }: FeatureContext): StoreTrading {
  const sold = new Float64Array(slots.slotCount)
  const usual = new Float64Array(slots.slotCount)
  for (let series = 0; series < table.seriesCount; series++) {
    for (let row = table.seriesStart[series]!, slot = slots.firstSlotOfSeries[series]!; row < table.seriesStart[series + 1]!; row++, slot++) {
      const units = knownQuantity(table.unitsSold[row]!)
      if (units > 0) sold[slot]! += units
      if (table.onHand[row]! > 0) usual[slot]! += demand.ourForecast[row]!
    }
  }
  const stillSoFar = new Int32Array(slots.slotCount)
  for (let group = 0; group + 1 < slots.groupStart.length; group++) {
    let still = 0
    for (let slot = slots.groupStart[group]!; slot < slots.groupStart[group + 1]!; slot++) {
      if (storeDays.closed[slot] === 1 || (usual[slot]! >= leastUsualUnits && sold[slot]! <= stillShare * usual[slot]!)) still++
      stillSoFar[slot] = still
    }
  }
  return { stillSoFar }
}

/** How many of the item's silent days were still days of its store. */
export function stillDays(standing: Standing, { stillSoFar }: StoreTrading): number {
  const { context, series, row } = standing
  const { slots } = context.store
  const slot = slots.firstSlotOfSeries[series]! + row - context.table.seriesStart[series]!
  const before = slot - silentDays(standing)
  const inStore = before >= slots.groupStart[context.table.storeOfSeries[series]!]!
  return stillSoFar[slot]! - (inStore ? stillSoFar[before]! : 0)
}

/** Is the item's silence mostly that of its store, and not telling on the other days? */
export function isSilentWithItsStore(standing: Standing, trading: StoreTrading): boolean {
  const still = stillDays(standing, trading)
  return still >= 1 && still >= stillDaysShare * silentDays(standing) && chanceOfSilence(standing) > otherDaysTellBelow
}
