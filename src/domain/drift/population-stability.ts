import type { FeatureQuantiles } from '../scoring/model-manifest'

/** A share of rows smaller than this counts as this, so that no empty bin makes the index infinite. */
const leastShare = 1e-4
/** Manifests hold five digits: values this close to a decile, relatively, are the decile. */
export const decileSlack = 5e-5

/**
 * How far a feature stands from what a model learned from: its population stability index, >= 0.
 * The sum over bins of (here - learned) x ln(here / learned), both as shares of all rows (Siddiqi
 * 2006, Credit Risk Scorecards). Bins end at the learned deciles, each value once; above the last
 * border lies the last bin, and rows without a value are a bin of their own. The training reckons
 * in the same way how far single worlds stand from them all (training/pipeline/stability.py).
 *
 * NaN where no training row knew the feature, or there are no rows.
 *
 * @param sorted the rows' values from the least up, NaN (missing) behind them
 * @param known how many are not NaN
 */
export function populationStability(sorted: Float32Array, known: number, learned: FeatureQuantiles): number {
  if (learned.deciles.length === 0 || sorted.length === 0) return NaN
  const missing = 1 - known / sorted.length
  let index = term(missing, learned.missing)
  let hereBefore = 0
  let thenBefore = 0
  for (const { value, share } of [...binBorders(learned), { value: Infinity, share: 1 }]) {
    const here = known === 0 || value === Infinity ? 1 : countAtOrBelow(sorted, known, value) / known
    index += term((here - hereBefore) * (1 - missing), (share - thenBefore) * (1 - learned.missing))
    hereBefore = here
    thenBefore = share
  }
  return index
}

/** Bins of the index, that of missing values included. */
export function binCount(learned: FeatureQuantiles): number {
  return binBorders(learned).length + 2
}

interface Border {
  readonly value: number
  /** Of the known training values, the share at or below it. */
  readonly share: number
}

/**
 * The deciles, each value once, without the last: above it nothing was seen. Older manifests do not
 * say how many rows share a decile's value; there only deciles stand that can have no heap of equal
 * values: those that are no whole number and occur once. So nothing is called far that need not be.
 */
function binBorders({ deciles, at_or_below: shares }: FeatureQuantiles): readonly Border[] {
  const steps = deciles.length - 1
  return deciles.slice(0, -1).flatMap((value, k) => {
    if (value === deciles[k + 1]) return []
    const share = shares?.[k]
    if (share !== undefined) return [{ value, share }]
    const mayHeap = k === 0 || Number.isInteger(value) || value === deciles[k - 1]
    return mayHeap ? [] : [{ value, share: k / steps }]
  })
}

function term(here: number, learned: number): number {
  const a = Math.max(leastShare, here)
  const e = Math.max(leastShare, learned)
  return (a - e) * Math.log(a / e)
}

/** How many of the first `known` sorted values are at or below a decile. */
export function countAtOrBelow(sorted: Float32Array, known: number, decile: number): number {
  const cut = decile + Math.abs(decile) * decileSlack
  let low = 0
  let high = known
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= cut) low = middle + 1
    else high = middle
  }
  return low
}
