/** Which entries of a view are alerts at the common threshold: a prefix found by bisection, or one pass. */
import type { AlertQuery, AlertView } from '../domain/alerts/alert-row'

export interface AlertSelection {
  readonly count: number
  /** Positions in the view, in its order; null where the alerts are the first `count` entries. */
  readonly positions: Uint32Array | null
  /**
   * Where segments have thresholds of their own and the view falls in probability: the alerts are all of `decided`
   * and the first `count - decided.length` of `common`, both rising positions in the view. Their merged order is
   * not written out, so that a step of the threshold stays a bisection.
   */
  readonly merged?: { readonly decided: Uint32Array; readonly common: Uint32Array }
}

/** Position in the view of the selection's i-th alert, 0 <= i < count. */
export function positionOf({ count, positions, merged }: AlertSelection, i: number): number {
  if (merged) return mergedAt(merged.decided, merged.common, count - merged.decided.length, i)
  return positions ? positions[i]! : i
}

/** The i-th smallest of `a` and the first `bLength` of `b`, rising lists without a number in common: bisects how many of the first i are from `a`. */
function mergedAt(a: Uint32Array, b: Uint32Array, bLength: number, i: number): number {
  let low = Math.max(0, i - bLength)
  let high = Math.min(i, a.length)
  while (low < high) {
    const fromA = (low + high) >>> 1
    if (a[fromA]! < b[i - fromA - 1]!) low = fromA + 1
    else high = fromA
  }
  return Math.min(a[low] ?? Infinity, i - low < bLength ? b[i - low]! : Infinity)
}

/** Positions of a judged view that its own thresholds make alerts, and of those that the common one decides; made once a view. */
const parted = new WeakMap<AlertView, NonNullable<AlertSelection['merged']>>()

function partsOf(view: AlertView, judged: Float32Array): NonNullable<AlertSelection['merged']> {
  const known = parted.get(view)
  if (known) return known
  const decided = new Uint32Array(judged.length)
  const common = new Uint32Array(judged.length)
  let d = 0
  let c = 0
  for (let i = 0; i < judged.length; i++) {
    if (judged[i] === Infinity) decided[d++] = i
    else if (judged[i] !== -Infinity) common[c++] = i
  }
  const made = { decided: decided.slice(0, d), common: common.slice(0, c) }
  parted.set(view, made)
  return made
}

/**
 * The alerts of a view: probability >= threshold, or its segment's own threshold where it has one; NaN (not
 * scored yet) never is. In falling order of probability a bisection, else one pass.
 */
export function selectAlerts(view: AlertView, order: AlertQuery['order'], threshold: number): AlertSelection {
  const { probabilities, judged = probabilities } = view
  // Scores are float32: compare with the threshold as a float32 would, or a shipped threshold
  // such as .7 would miss the row that scored exactly that.
  const cut = Math.fround(threshold)
  if (order.column === 'probability' && order.descending) {
    const merged = judged === probabilities ? null : partsOf(view, judged)
    let low = 0
    let high = merged ? merged.common.length : probabilities.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (probabilities[merged ? merged.common[middle]! : middle]! >= cut) low = middle + 1
      else high = middle
    }
    return merged ? { count: merged.decided.length + low, positions: null, merged } : { count: low, positions: null }
  }
  let count = 0
  for (let i = 0; i < judged.length; i++) if (judged[i]! >= cut) count++
  const positions = new Uint32Array(count)
  let next = 0
  for (let i = 0; i < judged.length; i++) if (judged[i]! >= cut) positions[next++] = i
  return { count, positions }
}

/** Entries of a view that have a probability: those that are not scored yet are neither alerts nor below the threshold. */
export function countJudged({ probabilities }: AlertView): number {
  let count = 0
  for (let i = 0; i < probabilities.length; i++) if (!Number.isNaN(probabilities[i]!)) count++
  return count
}

export interface AlertTotals {
  /** Units expected and not sold since the last sale, summed over the alerts. */
  readonly missedUnits: number
  /** The same times price; null where the extract has no price. Rows without one count nothing. */
  readonly lostSales: number | null
}

/** Sums over the alerts. Days of one spell each carry the whole spell: sum over one day only. */
export function sumAlerts(view: AlertView, selection: AlertSelection): AlertTotals {
  let missedUnits = 0
  let lostSales = 0
  for (let i = 0; i < selection.count; i++) {
    const position = positionOf(selection, i)
    const missed = view.missedUnits[position]!
    if (!Number.isNaN(missed)) missedUnits += missed
    const lost = view.lostSales ? view.lostSales[position]! : NaN
    if (!Number.isNaN(lost)) lostSales += lost
  }
  return { missedUnits, lostSales: view.lostSales ? lostSales : null }
}
