/** One text for a store-item, so that sets and maps can hold it. */

/**
 * Different for different store-items, whatever signs their identifiers hold: the length of the
 * first one says where the second begins.
 */
export function storeItemKey(store: string, sku: string): string {
  return `${store.length}:${store}${sku}`
}
