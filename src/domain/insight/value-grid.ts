/** Values at which a feature is tried: where the rows have it. */

/** Shares of the rows beyond the outermost values, on either side. */
const outside = 0.025

/**
 * Distinct values at even shares of the rows from 2.5 % to 97.5 %, ascending; every value where
 * there are no more than `most`. Missing values (NaN) are left out; empty where all are missing.
 */
export function valueGrid(values: Float32Array | Float64Array, most: number): Float64Array {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value)).sort()
  const distinct = new Set(known)
  if (distinct.size <= most) return Float64Array.from(distinct)
  const places = Array.from({ length: most }, (_, i) => outside + (i / (most - 1)) * (1 - 2 * outside))
  return Float64Array.from(new Set(places.map((share) => known[Math.round(share * (known.length - 1))]!)))
}
