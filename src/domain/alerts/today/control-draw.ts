/**
 * Control rows: store-items drawn at random from those that are no alert, put on the list so that one
 * learns how many wrong records the models miss. The items with the lowest `drawNumber` are drawn, a plain
 * function of day, store and SKU: the same on every reload, and an item that is drawn at one threshold is
 * drawn at the next.
 */

/** Share of the list's places that control rows take; one place at least. */
export const controlShare = 0.1

/** Control rows on a list of `places` places: none on a list of one. */
export function controlPlaces(places: number): number {
  return places < 2 ? 0 : Math.max(1, Math.round(controlShare * places))
}
