/**
 * Alerts by store-item at any threshold. Days of one store-item are no independent evidence, so
 * whatever says how sure a figure is counts by store-item first.
 */

/** Scores of the rows of each store-item, apart by class and rising. Item i owns `phantom[phantomStart[i]]` up to, not including, `phantom[phantomStart[i + 1]]`. */
export interface ItemScores {
  readonly items: number
  readonly phantom: Float32Array
  readonly phantomStart: Uint32Array
  readonly sound: Float32Array
  readonly soundStart: Uint32Array
}

/** By store-item, in whole rows: alerts that are right (`tp`) and wrong (`fp`), phantom rows missed (`fn`), sound rows left in peace (`tn`). */
export interface ItemCounts {
  readonly tp: Uint32Array
  readonly fp: Uint32Array
  readonly fn: Uint32Array
  readonly tn: Uint32Array
}

/** What is needed of rows: see `MeasuredRows`. */
export interface ScoredItems {
  readonly labels: Uint8Array
  readonly item: Uint32Array
  readonly items: number
}

/**
 * Sorts the scored rows of every store-item once; rows whose score is NaN are left out.
 *
 * @param keep only rows where it is 1 count (a segment); all rows where it is absent
 */
export function buildItemScores({ labels, item, items }: ScoredItems, scores: Float32Array, keep?: Uint8Array): ItemScores {
  const byClass = (label: number): readonly [Float32Array, Uint32Array] => {
    const start = new Uint32Array(items + 1)
    const counts = (row: number): boolean => labels[row] === label && !Number.isNaN(scores[row]!) && (!keep || keep[row] === 1)
    for (let row = 0; row < scores.length; row++) if (counts(row)) start[item[row]! + 1]!++
    for (let i = 0; i < items; i++) start[i + 1]! += start[i]!
    const sorted = new Float32Array(start[items]!)
    const next = start.slice()
    for (let row = 0; row < scores.length; row++) if (counts(row)) sorted[next[item[row]!]!++] = scores[row]!
    for (let i = 0; i < items; i++) if (start[i + 1]! - start[i]! > 1) sorted.subarray(start[i], start[i + 1]).sort()
    return [sorted, start]
  }
  const [phantom, phantomStart] = byClass(1)
  const [sound, soundStart] = byClass(0)
  return { items, phantom, phantomStart, sound, soundStart }
}

/**
 * Counts of every store-item when each row with score >= threshold is an alert; the threshold is
 * rounded to float32 first, as in `countsAt`. One bisection an item and class.
 */
export function itemCountsAt(scores: ItemScores, threshold: number): ItemCounts {
  const cut = Math.fround(threshold)
  const { items, phantom, phantomStart, sound, soundStart } = scores
  const tp = new Uint32Array(items)
  const fp = new Uint32Array(items)
  const fn = new Uint32Array(items)
  const tn = new Uint32Array(items)
  for (let i = 0; i < items; i++) {
    const positives = phantomStart[i + 1]! - phantomStart[i]!
    const negatives = soundStart[i + 1]! - soundStart[i]!
    tp[i] = reaching(phantom, phantomStart[i]!, phantomStart[i + 1]!, cut)
    fp[i] = reaching(sound, soundStart[i]!, soundStart[i + 1]!, cut)
    fn[i] = positives - tp[i]!
    tn[i] = negatives - fp[i]!
  }
  return { tp, fp, fn, tn }
}

/** How many of the rising scores from `start` up to, not including, `end` are >= cut. */
function reaching(rising: Float32Array, start: number, end: number, cut: number): number {
  // Most store-items have no alert: their highest score says so.
  if (start === end || rising[end - 1]! < cut) return 0
  let low = start
  let high = end - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rising[middle]! >= cut) high = middle
    else low = middle + 1
  }
  return end - low
}
