/**
 * Batches for graphs that read whole series: [series, steps, features]. Series of similar
 * length go together and are padded at their ends with NaN; a causal graph gives the same
 * probability for a step whatever follows it, so padding costs time and changes nothing.
 */

export interface SeriesBatch {
  /** Series of the block, in the order of the batch's first axis. */
  readonly series: Int32Array
  /** Length of the longest one. */
  readonly steps: number
}

/**
 * Groups the series of a block so that padding stays small: sorted by length, cut where a batch
 * would hold more than `cells` steps in all.
 *
 * @param start length series + 1; row offsets within the block
 * @param cells most series x steps in a batch (a longer series stands alone)
 */
export function cutSeriesBatches(start: Int32Array, cells: number): SeriesBatch[] {
  const count = start.length - 1
  const length = (series: number) => start[series + 1]! - start[series]!
  const order = Int32Array.from({ length: count }, (_, series) => series).sort((a, b) => length(b) - length(a) || a - b)
  const batches: SeriesBatch[] = []
  for (let from = 0; from < count; ) {
    const steps = length(order[from]!)
    const to = Math.min(count, from + Math.max(1, Math.floor(cells / Math.max(1, steps))))
    batches.push({ series: order.slice(from, to), steps })
    from = to
  }
  return batches.filter((batch) => batch.steps > 0)
}

/** Fills `out` (series x steps x columns) from a row-major block, NaN after each series' end. */
export function packSeries(
  batch: SeriesBatch,
  start: Int32Array,
  values: Float32Array,
  width: number,
  columns: Int32Array,
  out: Float32Array,
): void {
  const wide = columns.length
  const { series, steps } = batch
  for (let s = 0; s < series.length; s++) {
    const from = start[series[s]!]!
    const length = start[series[s]! + 1]! - from
    let target = s * steps * wide
    for (let step = 0; step < length; step++, target += wide) {
      const source = (from + step) * width
      for (let j = 0; j < wide; j++) out[target + j] = values[source + columns[j]!]!
    }
    out.fill(NaN, target, (s + 1) * steps * wide)
  }
}

/** Writes a batch's probabilities (series x steps) back to the rows of the block. */
export function unpackSeries(batch: SeriesBatch, start: Int32Array, probabilities: Float32Array, out: Float32Array): void {
  const { series, steps } = batch
  for (let s = 0; s < series.length; s++) {
    const from = start[series[s]!]!
    const length = start[series[s]! + 1]! - from
    out.set(probabilities.subarray(s * steps, s * steps + length), from)
  }
}
