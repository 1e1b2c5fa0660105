/** Everything that features need from beyond their own series, made once for a table. */
import type { ExtractTable } from '../table/extract-table'
import { crudeRates } from './crude-rates'
import { buildDaySlots } from './day-slots'
import { demandPriors, type DemandPriors } from './demand-priors'
import { groupTotals, type GroupTotals } from './group-totals'
import { heldDemand, type HeldDemand } from './held-demand'
import { peerRecency, type PeerRecency } from './peer-recency'
import { promotionUplift, type PromotionUplift } from './promotion-uplift'
import { settledSilences, type SettledSilences } from './settled-silences'
import { storeDays, type StoreDays } from './store-days'
import { storeEffects, type StoreEffects } from './store-effects'

export interface FeatureContext {
  readonly table: ExtractTable
  readonly demand: HeldDemand
  /** What the store's day does to all its items; by the slots of `store`. */
  readonly effects: StoreEffects
  /** What a promotion does to sales; null where the extract has no promotion column. */
  readonly promotion: PromotionUplift | null
  /** What every store-item should sell by other stores and items. */
  readonly priors: DemandPriors
  /** The same SKU in all stores that carry it; only SKUs in two stores or more have slots. */
  readonly sku: GroupTotals
  readonly recency: PeerRecency
  /** The items of a store. */
  readonly store: GroupTotals
  readonly storeDays: StoreDays
  readonly settled: SettledSilences
  /** The items of one category in one store; only categories with two items or more have slots. */
  readonly category: GroupTotals
}

/** Numbers the pairs of store and category that occur, by first occurrence; -1 without a category. */
function storeCategories(table: ExtractTable): { readonly groupOfSeries: Int32Array; readonly count: number } {
  const groupOfSeries = new Int32Array(table.seriesCount).fill(-1)
  const category = table.text.category
  const groups = new Map<number, number>()
  if (category) {
    for (let s = 0; s < table.seriesCount; s++) {
      const code = category.codes[s]!
      if (code < 0) continue
      const key = table.storeOfSeries[s]! * category.values.length + code
      let group = groups.get(key)
      if (group === undefined) groups.set(key, (group = groups.size))
      groupOfSeries[s] = group
    }
  }
  return { groupOfSeries, count: groups.size }
}

/**
 * The passes across series, in order: crude rates, the stores' days, what a SKU should sell in a
 * store, held demand, and the sums by SKU, store and category. Time and memory grow in proportion
 * to rows (about 75 bytes a row, and 40 a row of SKUs that stand in several stores).
 * Nothing that is computed for a day depends on a later day.
 */
export function buildFeatureContext(table: ExtractTable): FeatureContext {
  const storeSlots = buildDaySlots(table, table.storeOfSeries, table.stores.length, 1)
  const skuSlots = buildDaySlots(table, table.skuOfSeries, table.skus.length, 2)
  const crude = crudeRates(table)
  const effects = storeEffects(table, crude, storeSlots)
  const priors = demandPriors(table, crude, storeSlots, effects, skuSlots)
  const promotion = promotionUplift(table, crude)
  const demand = heldDemand(table, crude, storeSlots, effects, priors, promotion)
  const { groupOfSeries, count } = storeCategories(table)
  return {
    table,
    demand,
    effects,
    promotion,
    priors,
    sku: groupTotals(table, skuSlots, demand),
    recency: peerRecency(table, skuSlots, demand),
    store: groupTotals(table, storeSlots, demand),
    storeDays: storeDays(table, storeSlots, effects, demand),
    settled: settledSilences(table, demand),
    category: groupTotals(table, buildDaySlots(table, groupOfSeries, count, 2), demand),
  }
}
