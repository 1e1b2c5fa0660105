import type { ValueSpread } from './insight-question'

/** Counts the values of rows in even bins from `from` to `to` (>= `from`); NaN is missing. */
export function valueSpread(values: Float32Array | Float64Array, from: number, to: number, bins: number): ValueSpread {
  const counts = new Uint32Array(bins)
  let missing = 0
  for (const value of values) {
    if (Number.isNaN(value)) missing++
    else counts[Math.min(bins - 1, Math.max(0, to > from ? Math.floor(((value - from) / (to - from)) * bins) : 0))]!++
  }
  return { rows: values.length, missing, from, to, counts }
}
