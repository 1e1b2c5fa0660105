/** Beyond this no quantity of a shop is meant, and squares would leave float32. */
const largestQuantity = 1e9

/** The value, or NaN where it is missing, infinite or absurdly large. */
export function knownQuantity(value: number): number {
  return value >= -largestQuantity && value <= largestQuantity ? value : NaN
}
