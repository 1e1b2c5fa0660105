import { likelihoodRatio } from './adjust-probability'

/** Candidates of an extract with their scores. Rows of one store-item stand together. */
export interface ScoredItems {
  /** Calibrated probability of each row; NaN is left out. */
  readonly scores: Float32Array
  /** Parallel: the scores as the common threshold judges them, where segments have thresholds of their own. */
  readonly judged?: Float32Array
  /** Dense number of each row's store-item, from 0, never falling. */
  readonly item: Uint32Array
  /** One more than the largest number in `item`. */
  readonly items: number
}

/**
 * Rows of like score, grouped: what a resampling needs, in a fraction of the room. The threshold
 * cuts between bins and never through one.
 */
export interface BinnedItems {
  /** Mean likelihood ratio of each bin's rows. */
  readonly ratios: Float64Array
  /** Rows in each bin, 1 or more. */
  readonly rows: Float64Array
  /** 1 where the bin's rows are alerts. */
  readonly alert: Uint8Array
  /** Store-item i has the entries itemStart[i] up to, not including, itemStart[i + 1]. */
  readonly itemStart: Uint32Array
  readonly bin: Uint16Array
  readonly count: Uint32Array
}

/** Natural logarithm of the ratio from -14 to 14 in steps of 1/16: finer than any calibration is true. */
const reach = 14
const levelsAUnit = 16
/** Each level twice: rows below the threshold, and alerts behind them. */
const cells = 2 * (2 * reach * levelsAUnit + 1)

/** Groups rows by store-item and likelihood ratio. One pass over the rows; scores of NaN are left out. */
export function binItems({ scores, judged = scores, item, items }: ScoredItems, calibrationShare: number, threshold: number): BinnedItems {
  const cut = Math.fround(threshold)
  const sum = new Float64Array(cells)
  const rowsIn = new Float64Array(cells)
  const cellOf = new Int32Array(scores.length).fill(-1)
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!
    if (score !== score) continue
    const ratio = likelihoodRatio(score, calibrationShare)
    const level = Math.round((Math.min(reach, Math.max(-reach, Math.log(ratio))) + reach) * levelsAUnit)
    const cell = 2 * level + (judged[row]! >= cut ? 1 : 0)
    cellOf[row] = cell
    sum[cell]! += ratio
    rowsIn[cell]!++
  }
  const used = Array.from(rowsIn.keys()).filter((cell) => rowsIn[cell]! > 0)
  const binOf = new Int32Array(cells).fill(-1)
  used.forEach((cell, k) => (binOf[cell] = k))

  // One entry for each bin that a store-item has rows in; `entryOf` remembers the last one of each bin.
  const itemStart = new Uint32Array(items + 1)
  const bin = new Uint16Array(scores.length)
  const count = new Uint32Array(scores.length)
  const entryOf = new Int32Array(used.length).fill(-1)
  let entries = 0
  for (let row = 0, current = 0; row <= scores.length; row++) {
    const owner = row < scores.length ? item[row]! : items
    while (current < owner) itemStart[++current] = entries
    if (row === scores.length || cellOf[row]! < 0) continue
    const k = binOf[cellOf[row]!]!
    if (entryOf[k]! < itemStart[owner]!) {
      entryOf[k] = entries
      bin[entries++] = k
    }
    count[entryOf[k]!]!++
  }
  return {
    ratios: Float64Array.from(used, (cell) => sum[cell]! / rowsIn[cell]!),
    rows: Float64Array.from(used, (cell) => rowsIn[cell]!),
    alert: Uint8Array.from(used, (cell) => cell & 1),
    itemStart,
    bin: bin.slice(0, entries),
    count: count.slice(0, entries),
  }
}
