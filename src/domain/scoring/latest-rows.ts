import type { ExtractTable } from '../table/extract-table'

/**
 * The latest list: the last row of each store-item whose rows reach its store's own latest day,
 * in table order. Stores may end on different days (one sent its extract a day late). An item
 * whose rows end before its store's latest day is not on the list: nothing is known of it today.
 */
export function latestRows(table: ExtractTable): Uint32Array {
  const latestOfStore = new Int32Array(table.stores.length).fill(-2147483648)
  for (let series = 0; series < table.seriesCount; series++) {
    const store = table.storeOfSeries[series]!
    const last = table.day[table.seriesStart[series + 1]! - 1]!
    if (last > latestOfStore[store]!) latestOfStore[store] = last
  }
  const rows = new Uint32Array(table.seriesCount)
  let count = 0
  for (let series = 0; series < table.seriesCount; series++) {
    const row = table.seriesStart[series + 1]! - 1
    if (table.day[row]! === latestOfStore[table.storeOfSeries[series]!]!) rows[count++] = row
  }
  return rows.slice(0, count)
}
