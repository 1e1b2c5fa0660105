/** The middle and the spread of what many rows get at one value. */

export interface LineSummary {
  readonly mean: number
  /** A tenth of the rows lie below `low`, a tenth above `high` (nearest rank). */
  readonly low: number
  readonly high: number
}

/** Over at least one probability; NaN in all where there is none. Rows without a score (NaN) are left out. */
export function summariseLines(probabilities: Float32Array): LineSummary {
  const sorted = probabilities.filter((p) => !Number.isNaN(p)).sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN
  return { mean: sorted.reduce((sum, p) => sum + p, 0) / sorted.length, low: at(0.1), high: at(0.9) }
}
