/** What a SKU should sell in a store, judged by the same SKU in other stores and by the stores' sizes. */
import type { ExtractTable } from '../table/extract-table'
import type { CrudeRates } from './crude-rates'
import type { DaySlots } from './day-slots'
import { demandSpread } from './demand-spread'
import type { StoreEffects } from './store-effects'

/** Rates in units a day that pull a store's size towards 1. */
const sizeShrinkRate = 2
/** What the prior is worth in units sold: without peers, and how much more with very many. */
const strengthAlone = 0.8
const strengthOfPeers = 4
/** Weight of the store's typical item beside the peers, in stores. */
const typicalWeight = 0.3

export interface DemandPriors {
  /** Per row: prior mean in units a day, > 0, from earlier days. */
  readonly mean: Float64Array
  /** Per row: what the prior is worth, in units sold: .8 without peers, towards 4.8 with many. */
  readonly strength: Float64Array
  /** Per row: factor on the usual excess variation of demand (see `demandSpread`). */
  readonly excessFactor: Float32Array
}

/**
 * Size of a store on a day = sum of its items' crude rates over the sum of their chain means,
 * shrunk to 1. Prior mean = (sum of the other stores' rates / sum of their sizes) x own size,
 * averaged with the store's typical item that counts as .3 of a store.
 */
export function demandPriors(table: ExtractTable, crude: CrudeRates, storeSlots: DaySlots, effects: StoreEffects, skuSlots: DaySlots): DemandPriors {
  const { rowCount, seriesCount, seriesStart } = table
  const skuRate = new Float64Array(skuSlots.slotCount)
  const skuStores = new Int32Array(skuSlots.slotCount)
  for (let s = 0; s < seriesCount; s++) {
    const sku = skuSlots.firstSlotOfSeries[s]!
    if (sku < 0) continue
    for (let row = seriesStart[s]!, slot = sku; row < seriesStart[s + 1]!; row++, slot++) {
      skuRate[slot]! += crude.rate[row]!
      skuStores[slot]!++
    }
  }

  // Items without peers say nothing about the store's size.
  const own = new Float64Array(storeSlots.slotCount)
  const chain = new Float64Array(storeSlots.slotCount)
  for (let s = 0; s < seriesCount; s++) {
    const sku = skuSlots.firstSlotOfSeries[s]!
    if (sku < 0) continue
    for (let row = seriesStart[s]!, slot = sku, store = storeSlots.firstSlotOfSeries[s]!; row < seriesStart[s + 1]!; row++, slot++, store++) {
      if (skuStores[slot]! < 2) continue
      own[store]! += crude.rate[row]!
      chain[store]! += skuRate[slot]! / skuStores[slot]!
    }
  }
  const size = own
  for (let store = 0; store < storeSlots.slotCount; store++) size[store] = (own[store]! + sizeShrinkRate) / (chain[store]! + sizeShrinkRate)

  const skuSize = new Float64Array(skuSlots.slotCount)
  for (let s = 0; s < seriesCount; s++) {
    const sku = skuSlots.firstSlotOfSeries[s]!
    if (sku < 0) continue
    const length = seriesStart[s + 1]! - seriesStart[s]!
    const store = storeSlots.firstSlotOfSeries[s]!
    for (let i = 0; i < length; i++) skuSize[sku + i]! += size[store + i]!
  }

  const mean = new Float64Array(rowCount)
  const strength = new Float64Array(rowCount)
  for (let s = 0; s < seriesCount; s++) {
    const start = seriesStart[s]!
    const store = storeSlots.firstSlotOfSeries[s]! - start
    const sku = skuSlots.firstSlotOfSeries[s]! < 0 ? NaN : skuSlots.firstSlotOfSeries[s]! - start
    for (let row = start; row < seriesStart[s + 1]!; row++) {
      const typical = effects.typicalRate[row + store]!
      const others = sku === sku ? skuStores[row + sku]! - 1 : 0
      if (others < 1) {
        mean[row] = typical
        strength[row] = strengthAlone
        continue
      }
      const ownSize = size[row + store]!
      const peers = ((skuRate[row + sku]! - crude.rate[row]!) / (skuSize[row + sku]! - ownSize)) * ownSize
      mean[row] = Math.max(1e-4, (peers * others + typical * typicalWeight) / (others + typicalWeight))
      strength[row] = strengthAlone + (strengthOfPeers * others) / (others + 1)
    }
  }
  return { mean, strength, excessFactor: demandSpread(table, crude, skuSlots) }
}
