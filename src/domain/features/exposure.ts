/**
 * Was the item on sale that day, as far as the record says, so that a sale could be expected?
 * Yes on a day with known sales that closes with stock, or that sold from the stock of the day
 * before. A record at or below zero exposes nothing, even where it sells: there the record is
 * wrong the other way and its silent days mean nothing.
 */
export function isOnSale(sold: number, onHand: number, onHandBefore: number): boolean {
  return sold === sold && (onHand > 0 || (sold > 0 && !(onHandBefore <= 0)))
}
