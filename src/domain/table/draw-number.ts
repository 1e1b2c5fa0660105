import type { EpochDay } from './extract-table'
import { storeItemKey } from './store-item-key'

/**
 * A number by lot for a store-item and day: 0 to 2^32 - 1, evenly spread, and always the same for the same
 * three. FNV-1a, then the finaliser of MurmurHash3.
 */
export function drawNumber(day: EpochDay, store: string, sku: string): number {
  const text = `${day} ${storeItemKey(store, sku)}`
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
