/**
 * Control rows: store-items drawn at random from those that are no alert, put on the list so that one
 * learns how many wrong records the models miss. The draw is a plain function of day, store and SKU:
 * the same on every reload, and an item that is drawn at one threshold is drawn at the next.
 */
import { storeItemKey } from '../../table/store-item-key'
import type { EpochDay } from '../../table/extract-table'

/** Share of the list's places that control rows take; one place at least. */
export const controlShare = 0.1

/** Control rows on a list of `places` places: none on a list of one. */
export function controlPlaces(places: number): number {
  return places < 2 ? 0 : Math.max(1, Math.round(controlShare * places))
}

/** Where a store-item stands in its store's draw of a day: 0 to 2^32 - 1, evenly spread; the lowest are drawn. FNV-1a, then the finaliser of MurmurHash3. */
export function drawNumber(day: EpochDay, store: string, sku: string): number {
  const text = `${day} ${storeItemKey(store, sku)}`
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
