/** Demand of every store-item on every day, held while it sells nothing, and what silence means under it. */
import type { ExtractTable } from '../table/extract-table'
import { carryUnavailable, seeSales, unavailableAtStart } from './availability'
import type { CrudeRates } from './crude-rates'
import type { DaySlots } from './day-slots'
import { DemandMemory, steadyHalfLifeDays } from './demand-memory'
import type { DemandPriors } from './demand-priors'
import { SpreadMemory } from './demand-spread'
import { isOnSale } from './exposure'
import { knownQuantity } from './known-quantity'
import { largestExcess, logNoSale, smallestExcess, usualExcess } from './no-sale-probability'
import type { PromotionUplift } from './promotion-uplift'
import { unitsReceived } from './receipts'
import { trafficShrinkUnits, type StoreEffects } from './store-effects'
import { weekday } from './weekday'

/** Days of the item's own that pull a weekday's no-sale share to that of all days. */
const weekdayPriorDays = 4

/** Per row of the table. Rates use the days before the row; silences include the row's day. */
export interface HeldDemand {
  /** Units a day on a usual day, > 0. */
  readonly rate: Float64Array
  /** Discounted units of the item's own sales behind the rate, >= 0; 0 before its first sale. */
  readonly ownUnits: Float32Array
  /** As `rate` and `ownUnits`, from nearly all of the item's days: of a slow item the recent ones are too few. */
  readonly steadyRate: Float64Array
  readonly steadyUnits: Float32Array
  /** Our own forecast: rate x weekday x promotion, units, > 0. */
  readonly ourForecast: Float64Array
  /** Units to expect that day, knowing the store's traffic; 0 where the item was not on sale (see `isOnSale`) or the store was closed. */
  readonly expected: Float64Array
  /** Calendar days since the last sale, 0 on a day with one; -1 where it has not sold yet. */
  readonly daysSinceSale: Int32Array
  /** Days on sale since the last sale (or since the first day). */
  readonly openDaysSinceSale: Int32Array
  /** Units expected on those days. */
  readonly expectedSinceSale: Float32Array
  /** The same at the steady rate. */
  readonly steadyExpectedSinceSale: Float32Array
  /** Natural logarithm of the probability of the silence since the last sale; 0 on a day with a sale. */
  readonly logPNegativeBinomial: Float32Array
  /** The same from the share of past days without a sale; NaN before the first sale. */
  readonly logPNoSaleShare: Float32Array
  /** The same with a share for each weekday. */
  readonly logPWeekdayShare: Float32Array
  /** Excess variation of daily demand (see `usualExcess`). */
  readonly excess: Float32Array
  /** Probability that nothing sellable is in the store, from the forward filter. */
  readonly unavailable: Float32Array
  /** The same at the steady rate. */
  readonly steadyUnavailable: Float32Array
}

/**
 * One causal pass over every series. Expected units = rate x weekday x promotion x traffic of
 * the store's other items that day. The rate's exposure is those factors; during a silence it is
 * held apart (see `DemandMemory`), weighted by the probability that the item was there at all.
 */
export function heldDemand(
  table: ExtractTable,
  crude: CrudeRates,
  storeSlots: DaySlots,
  store: StoreEffects,
  priors: DemandPriors,
  promotion: PromotionUplift | null,
): HeldDemand {
  const { rowCount } = table
  const { unitsReceived: received, unitsAdjusted: adjusted, onPromo } = table.optional
  const rate = new Float64Array(rowCount)
  const ownUnits = new Float32Array(rowCount)
  const steadyRate = new Float64Array(rowCount)
  const steadyUnits = new Float32Array(rowCount)
  const ourForecast = new Float64Array(rowCount)
  const expected = new Float64Array(rowCount)
  const daysSinceSale = new Int32Array(rowCount)
  const openDaysSinceSale = new Int32Array(rowCount)
  const expectedSinceSale = new Float32Array(rowCount)
  const steadyExpectedSinceSale = new Float32Array(rowCount)
  const logPNegativeBinomial = new Float32Array(rowCount)
  const logPNoSaleShare = new Float32Array(rowCount)
  const logPWeekdayShare = new Float32Array(rowCount)
  const excessOut = new Float32Array(rowCount)
  const unavailable = new Float32Array(rowCount)
  const steadyUnavailable = new Float32Array(rowCount)

  const memory = new DemandMemory()
  const steadyMemory = new DemandMemory(steadyHalfLifeDays)
  const spread = new SpreadMemory()
  // Days on sale, and those without a sale, by weekday; those since the last sale apart.
  const daysOn = new Float64Array(7)
  const quietOn = new Float64Array(7)
  const heldOn = new Float64Array(7)

  for (let s = 0; s < table.seriesCount; s++) {
    const start = table.seriesStart[s]!
    const end = table.seriesStart[s + 1]!
    const toStore = storeSlots.firstSlotOfSeries[s]! - start
    const toDay = promotion ? promotion.slots.firstSlotOfSeries[s]! - start : 0
    memory.reset()
    steadyMemory.reset()
    spread.reset()
    daysOn.fill(0)
    quietOn.fill(0)
    heldOn.fill(0)
    let days = 0
    let quietDays = 0
    let heldDays = 0
    let p = unavailableAtStart
    let pSteady = unavailableAtStart
    let sinceSale = -1
    let missed = 0
    let missedSteady = 0
    let logP = 0
    let logPShare = 0
    let logPWeekday = 0
    let before = NaN

    for (let row = start; row < end; row++) {
      const slot = row + toStore
      const sold = knownQuantity(table.unitsSold[row]!)
      const onHand = knownQuantity(table.onHand[row]!)
      const correction = adjusted ? knownQuantity(adjusted[row]!) : NaN
      const today = weekday(table.day[row]!)
      const now = memory.rate(priors.mean[row]!, priors.strength[row]!)
      const uplift = promotion && onPromo && onPromo[row]! > 0 ? promotion.factor[row + toDay]! : 1
      const forecast = now * store.weekdayFactor[slot]! * uplift
      const steady = steadyMemory.rate(priors.mean[row]!, priors.strength[row]!)
      const excess = Math.min(largestExcess, Math.max(smallestExcess, spread.factor(priors.excessFactor[row]!) * usualExcess(now)))
      rate[row] = now
      ownUnits[row] = memory.sales
      steadyRate[row] = steady
      steadyUnits[row] = steadyMemory.sales
      ourForecast[row] = forecast

      const delivered = unitsReceived(received ? knownQuantity(received[row]!) : NaN, onHand, before, sold, correction)
      p = carryUnavailable(p, delivered, correction)
      pSteady = carryUnavailable(pSteady, delivered, correction)
      if (sinceSale >= 0) sinceSale++
      const onSale = store.closed[slot] === 0 && isOnSale(sold, onHand, before)
      let mean = 0
      let traffic = 1
      if (onSale) {
        // The item's own sales stay out of the store's traffic.
        const mine = crude.onSale[row]! * crude.rate[row]!
        const others = store.expected[slot]! - mine
        const usual = store.level[slot]! * store.weekdayFactor[slot]!
        traffic = (store.sold[slot]! - (sold > 0 ? sold : 0) + trafficShrinkUnits) / (others * usual + trafficShrinkUnits)
        mean = forecast * traffic
        p = seeSales(p, sold, mean, excess)
        pSteady = seeSales(pSteady, sold, (mean * steady) / now, excess)
        spread.day(sold > 0 ? sold : 0, mean, sold > 0 ? 1 : 1 - p)
      } else if (onHand <= 0) p = pSteady = unavailableAtStart
      expected[row] = mean

      if (sold > 0) {
        if (onSale) {
          memory.sale(sold, store.weekdayFactor[slot]! * uplift * traffic)
          steadyMemory.sale(sold, store.weekdayFactor[slot]! * uplift * traffic)
          for (let d = 0; d < 7; d++) {
            daysOn[d]! += heldOn[d]!
            quietOn[d]! += heldOn[d]!
          }
          daysOn[today]!++
          days += heldDays + 1
          quietDays += heldDays
        }
        heldOn.fill(0)
        heldDays = missed = missedSteady = logP = logPShare = logPWeekday = 0
        sinceSale = 0
        openDaysSinceSale[row] = 0
      } else {
        let open = row > start ? openDaysSinceSale[row - 1]! : 0
        if (onSale) {
          const there = 1 - p
          open++
          missed += mean
          missedSteady += (mean * steady) / now
          logP += logNoSale(mean, excess)
          memory.silentDay(store.weekdayFactor[slot]! * uplift * traffic * there)
          steadyMemory.silentDay(store.weekdayFactor[slot]! * uplift * traffic * there)
          heldOn[today]! += there
          heldDays += there
          if (days > 0) {
            const share = (quietDays + 0.5) / (days + 1)
            logPShare += Math.log(share)
            logPWeekday += Math.log((quietOn[today]! + weekdayPriorDays * share) / (daysOn[today]! + weekdayPriorDays))
          }
        }
        openDaysSinceSale[row] = open
      }

      daysSinceSale[row] = sinceSale
      expectedSinceSale[row] = missed
      steadyExpectedSinceSale[row] = missedSteady
      logPNegativeBinomial[row] = logP
      logPNoSaleShare[row] = days > 0 ? logPShare : NaN
      logPWeekdayShare[row] = days > 0 ? logPWeekday : NaN
      excessOut[row] = excess
      unavailable[row] = p
      steadyUnavailable[row] = pSteady
      before = onHand
    }
  }
  return {
    rate,
    ownUnits,
    steadyRate,
    steadyUnits,
    ourForecast,
    expected,
    daysSinceSale,
    openDaysSinceSale,
    expectedSinceSale,
    steadyExpectedSinceSale,
    logPNegativeBinomial,
    logPNoSaleShare,
    logPWeekdayShare,
    excess: excessOut,
    unavailable,
    steadyUnavailable,
  }
}
