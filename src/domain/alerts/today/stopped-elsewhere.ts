/** Did the other stores that carry a SKU stop selling it too? Then it is ending, and no shelf is at fault. */
import type { FeatureContext } from '../../features/context'
import { isSilent } from '../../features/group-totals'
import type { SeriesIndex } from '../../table/extract-table'

/** Of fewer other stores nothing is concluded: two records can be wrong at once. */
export const leastOtherStores = 3
/** All, or nearly all, of them. */
export const stoppedShare = 0.9
/** Days without a sale after which an item that is gone from the record counts as given up, rather than sold out. */
export const soldOutDays = 14

/** Per series: 1 where it sold and stopped, 0 where it sells, -1 where it never sold or is not the store-item's last series. */
export function stoppedSeries({ table, demand }: FeatureContext, latestDayOfStore: Int32Array): Int8Array {
  const stopped = new Int8Array(table.seriesCount).fill(-1)
  for (let series = 0; series < table.seriesCount; series++) {
    const store = table.storeOfSeries[series]!
    const goesOn = series + 1 < table.seriesCount && table.storeOfSeries[series + 1] === store && table.skuOfSeries[series + 1] === table.skuOfSeries[series]
    if (goesOn) continue
    const row = table.seriesStart[series + 1]! - 1
    const since = demand.daysSinceSale[row]!
    if (since < 0) continue
    const leftTheFile = table.day[row]! < latestDayOfStore[store]!
    const givenUp = table.onHand[row]! <= 0 && since >= soldOutDays
    stopped[series] = leftTheFile || givenUp || isSilent(demand, row) ? 1 : 0
  }
  return stopped
}

/** Per SKU: stores where it sold at all, and of these where it stopped. */
export interface StoppedStores {
  readonly stopped: Int8Array
  readonly sellers: Int32Array
  readonly stoppers: Int32Array
}

export function stoppedStores(context: FeatureContext, latestDayOfStore: Int32Array): StoppedStores {
  const { table } = context
  const stopped = stoppedSeries(context, latestDayOfStore)
  const sellers = new Int32Array(table.skus.length)
  const stoppers = new Int32Array(table.skus.length)
  for (let series = 0; series < table.seriesCount; series++) {
    if (stopped[series]! < 0) continue
    sellers[table.skuOfSeries[series]!]!++
    if (stopped[series] === 1) stoppers[table.skuOfSeries[series]!]!++
  }
  return { stopped, sellers, stoppers }
}

/** Did nearly all other stores that sold the SKU stop? */
export function isStoppedElsewhere({ table }: FeatureContext, series: SeriesIndex, { stopped, sellers, stoppers }: StoppedStores): boolean {
  const sku = table.skuOfSeries[series]!
  const others = sellers[sku]! - (stopped[series]! >= 0 ? 1 : 0)
  const othersStopped = stoppers[sku]! - (stopped[series] === 1 ? 1 : 0)
  return others >= leastOtherStores && othersStopped >= stoppedShare * others
}
