/** The context of one series whose own columns are changed, everything around it as it was. */
import type { ExtractTable, SeriesIndex } from '../table/extract-table'
import { oneSeries } from '../table/one-series'
import type { FeatureContext } from './context'
import { crudeRates, type CrudeRates } from './crude-rates'
import type { DaySlots } from './day-slots'
import { groupTotals, type GroupTotals } from './group-totals'
import { heldDemand, type HeldDemand } from './held-demand'
import { noSaleYet, type PeerRecency, peerRecency } from './peer-recency'
import { settledSilences, type SettledSilences } from './settled-silences'
import { storeDays, type StoreDays } from './store-days'
import type { StoreEffects } from './store-effects'

/** A series before and after its change, each with its own demand: what it gives to every sum that it is part of. */
interface Side {
  readonly table: ExtractTable
  readonly crude: CrudeRates
  readonly demand: HeldDemand
}

/**
 * A context of the one series `changed`, for `computeFeatureBlock(context, 0, 1)`. Its own demand is
 * computed anew, and in every sum of its store, its SKU, its category and the extract its old part
 * is exchanged for the new one. What others are worth to it is held: the rate that other stores and
 * items suggest, weekdays, promotions, closed days, and what was expected of other items. Without a
 * change all features are those of the extract to the last bit.
 *
 * Takes time and memory in proportion to the days of the series and of its groups before it, however
 * long the extract is.
 *
 * @param changed the first days of the series (see `oneSeries`), as many as are to be judged, with other numbers
 */
export function changedSeries(context: FeatureContext, series: SeriesIndex, changed: ExtractTable): FeatureContext {
  const days = changed.rowCount
  const { store, promotion } = context
  const own = oneSeries(context.table, series, days)
  const inStore = cutSlots(store.slots, series, days)
  const before: Side = { table: own, crude: crudeRates(own), demand: cutDemand(context.demand, context.table.seriesStart[series]!, days) }
  const crude = crudeRates(changed)
  const effects = changedEffects(context.effects, inStore, before, { table: changed, crude })
  const first = context.table.seriesStart[series]!
  const priors = { mean: context.priors.mean.slice(first, first + days), strength: context.priors.strength.slice(first, first + days), excessFactor: context.priors.excessFactor.slice(first, first + days) }
  const uplift = promotion && cutSlots(promotion.slots, series, days)
  const upliftOfDays = promotion && uplift && { slots: uplift.slots, factor: promotion.factor.slice(uplift.from, uplift.to) }
  const demand = heldDemand(changed, crude, inStore.slots, effects, priors, upliftOfDays)
  const after: Side = { table: changed, crude, demand }
  const totals = (group: GroupTotals) => changedTotals(group, cutSlots(group.slots, series, days), before, after)
  return {
    table: changed,
    demand,
    effects,
    promotion: upliftOfDays,
    priors,
    sku: totals(context.sku),
    recency: changedRecency(context.recency, cutSlots(context.sku.slots, series, days), before, after),
    store: totals(store),
    storeDays: changedStoreDays(context.storeDays, inStore, effects, before, after),
    settled: changedSettled(context.settled, before, after),
    category: totals(context.category),
  }
}

/** The slots [from, to) of a group that a series can look back on, and these as slots of the one series. */
interface CutSlots {
  readonly from: number
  readonly to: number
  readonly slots: DaySlots
}

/** From the start of the run in which the series stands to the series' last day; none where it has no slots. */
function cutSlots(slots: DaySlots, series: SeriesIndex, days: number): CutSlots {
  const first = slots.firstSlotOfSeries[series]!
  const from = first < 0 ? 0 : slots.runStart[first]!
  const to = first < 0 ? 0 : first + days
  return {
    from,
    to,
    slots: {
      slotCount: to - from,
      day: slots.day.slice(from, to),
      runStart: new Int32Array(to - from),
      groupStart: Int32Array.of(0, to - from),
      firstSlotOfSeries: Int32Array.of(first < 0 ? -1 : first - from),
    },
  }
}

function cutDemand(demand: HeldDemand, from: number, days: number): HeldDemand {
  const to = from + days
  return {
    rate: demand.rate.slice(from, to),
    ownUnits: demand.ownUnits.slice(from, to),
    steadyRate: demand.steadyRate.slice(from, to),
    steadyUnits: demand.steadyUnits.slice(from, to),
    steadyExpectedSinceSale: demand.steadyExpectedSinceSale.slice(from, to),
    steadyUnavailable: demand.steadyUnavailable.slice(from, to),
    ourForecast: demand.ourForecast.slice(from, to),
    expected: demand.expected.slice(from, to),
    daysSinceSale: demand.daysSinceSale.slice(from, to),
    openDaysSinceSale: demand.openDaysSinceSale.slice(from, to),
    expectedSinceSale: demand.expectedSinceSale.slice(from, to),
    logPNegativeBinomial: demand.logPNegativeBinomial.slice(from, to),
    logPNoSaleShare: demand.logPNoSaleShare.slice(from, to),
    logPWeekdayShare: demand.logPWeekdayShare.slice(from, to),
    excess: demand.excess.slice(from, to),
    unavailable: demand.unavailable.slice(from, to),
  }
}

/** `sums` of a group with one member's part exchanged: where the parts are equal, the bits stay. */
function exchange<Sums extends Float64Array | Int32Array>(sums: Sums, { from, to }: CutSlots, before: Sums, after: Sums): Sums {
  const out = sums.slice(from, to) as Sums
  for (let slot = 0; slot < out.length; slot++) out[slot]! += after[slot]! - before[slot]!
  return out
}

function changedEffects(effects: StoreEffects, cut: CutSlots, before: Pick<Side, 'table' | 'crude'>, after: Pick<Side, 'table' | 'crude'>): StoreEffects {
  const { from, to } = cut
  const sold = effects.sold.slice(from, to)
  const expected = effects.expected.slice(from, to)
  const first = cut.slots.firstSlotOfSeries[0]!
  for (let row = 0; row < after.table.rowCount; row++) {
    sold[first + row]! += soldOnSale(after, row) - soldOnSale(before, row)
    expected[first + row]! += after.crude.onSale[row]! * after.crude.rate[row]! - before.crude.onSale[row]! * before.crude.rate[row]!
  }
  return {
    weekdayFactor: effects.weekdayFactor.slice(from, to),
    level: effects.level.slice(from, to),
    sold,
    expected,
    closed: effects.closed.slice(from, to),
    typicalRate: effects.typicalRate.slice(from, to),
  }
}

function soldOnSale({ table, crude }: Pick<Side, 'table' | 'crude'>, row: number): number {
  return crude.onSale[row] === 1 && table.unitsSold[row]! > 0 ? table.unitsSold[row]! : 0
}

function changedTotals(group: GroupTotals, cut: CutSlots, before: Side, after: Side): GroupTotals {
  const old = groupTotals(before.table, cut.slots, before.demand)
  const now = groupTotals(after.table, cut.slots, after.demand)
  return {
    slots: cut.slots,
    soldSoFar: exchange(group.soldSoFar, cut, old.soldSoFar, now.soldSoFar),
    expectedSoFar: exchange(group.expectedSoFar, cut, old.expectedSoFar, now.expectedSoFar),
    stocked: exchange(group.stocked, cut, old.stocked, now.stocked),
    silent: exchange(group.silent, cut, old.silent, now.silent),
  }
}

function changedRecency(recency: PeerRecency, cut: CutSlots, before: Side, after: Side): PeerRecency {
  const old = peerRecency(before.table, cut.slots, before.demand)
  const now = peerRecency(after.table, cut.slots, after.demand)
  const least = recency.least.slice(cut.from, cut.to)
  const secondLeast = recency.secondLeast.slice(cut.from, cut.to)
  for (let slot = 0; slot < least.length; slot++) {
    // The least of the other stores; which of them comes second is nothing that this store is held against.
    const others = old.least[slot]! !== noSaleYet && least[slot] === old.least[slot] ? secondLeast[slot]! : least[slot]!
    least[slot] = Math.min(others, now.least[slot]!)
    secondLeast[slot] = Math.max(others, now.least[slot]!)
  }
  return {
    selling7: exchange(recency.selling7, cut, old.selling7, now.selling7),
    selling28: exchange(recency.selling28, cut, old.selling28, now.selling28),
    sellers: exchange(recency.sellers, cut, old.sellers, now.sellers),
    logDays: exchange(recency.logDays, cut, old.logDays, now.logDays),
    least,
    secondLeast,
  }
}

function changedStoreDays(days: StoreDays, cut: CutSlots, effects: StoreEffects, before: Side, after: Side): StoreDays {
  const old = storeDays(before.table, cut.slots, effects, before.demand)
  const now = storeDays(after.table, cut.slots, effects, after.demand)
  return {
    closed: effects.closed,
    daysSinceClosed: days.daysSinceClosed.slice(cut.from, cut.to),
    items: days.items.slice(cut.from, cut.to),
    onSale: exchange(days.onSale, cut, old.onSale, now.onSale),
    quiet: exchange(days.quiet, cut, old.quiet, now.quiet),
    quietExpected: exchange(days.quietExpected, cut, old.quietExpected, now.quietExpected),
  }
}

/** Silences of the series itself are counted among those of the extract. */
function changedSettled(settled: SettledSilences, before: Side, after: Side): SettledSilences {
  const old = settledSilences(before.table, before.demand)
  const now = settledSilences(after.table, after.demand)
  const shift = now.firstDay - settled.firstDay
  const patched = (sums: Float64Array, was: Float64Array, is: Float64Array) => {
    const out = sums.slice(0, shift + is.length)
    for (let day = 0; day < is.length; day++) out[shift + day]! += is[day]! - was[day]!
    return out
  }
  return {
    firstDay: settled.firstDay,
    endedBySale: patched(settled.endedBySale, old.endedBySale, now.endedBySale),
    endedByCorrection: patched(settled.endedByCorrection, old.endedByCorrection, now.endedByCorrection),
    stockedDays: patched(settled.stockedDays, old.stockedDays, now.stockedDays),
  }
}
