/** What a wrong record costs a day: the units that a shopper would buy, in money where prices are known. */

export type StakeUnit = 'money' | 'units'

/** Prices must be known for this share of the items that are ranked; else they are ranked by units. */
export const pricedShare = 0.5

export interface Stakes {
  readonly unit: StakeUnit
  /** Parallel to what was asked: money or units a day, > 0. */
  readonly perDay: Float64Array
  /** Items ranked by the middle price of the others, because they have none. */
  readonly unpriced: number
}

/**
 * Units a day x price. An item without a price stands at the middle price of the others (`unpriced`
 * counts them); where fewer than `pricedShare` have one, all are ranked by units alone.
 *
 * @param prices NaN where there is none; null where the extract has none
 */
export function stakes(unitsPerDay: readonly number[], prices: readonly number[] | null): Stakes {
  const known = (prices ?? []).filter((price) => price > 0).sort((a, b) => a - b)
  if (!prices || known.length === 0 || known.length < pricedShare * unitsPerDay.length) {
    return { unit: 'units', perDay: Float64Array.from(unitsPerDay), unpriced: 0 }
  }
  const middle = known[known.length >> 1]!
  return {
    unit: 'money',
    perDay: Float64Array.from(unitsPerDay, (units, i) => units * (prices[i]! > 0 ? prices[i]! : middle)),
    unpriced: unitsPerDay.length - known.length,
  }
}
