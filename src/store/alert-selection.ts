/** Which entries of a view are alerts at a threshold: a prefix found by bisection, or one pass. */
import type { AlertQuery, AlertView } from '../domain/alerts/alert-row'

export interface AlertSelection {
  readonly count: number
  /** Positions in the view, in its order; null where the alerts are the first `count` entries. */
  readonly positions: Uint32Array | null
}

/** Position in the view of the selection's i-th alert, 0 <= i < count. */
export function positionOf(selection: AlertSelection, i: number): number {
  return selection.positions ? selection.positions[i]! : i
}

/**
 * The alerts of a view: probability >= threshold; NaN (not scored yet) never is.
 * In falling order of probability a bisection over the prefix, else one pass.
 */
export function selectAlerts(view: AlertView, order: AlertQuery['order'], threshold: number): AlertSelection {
  const { probabilities } = view
  // Scores are float32: compare with the threshold as a float32 would, or a shipped threshold
  // such as .7 would miss the row that scored exactly that.
  const cut = Math.fround(threshold)
  if (order.column === 'probability' && order.descending) {
    let low = 0
    let high = probabilities.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (probabilities[middle]! >= cut) low = middle + 1
      else high = middle
    }
    return { count: low, positions: null }
  }
  let count = 0
  for (let i = 0; i < probabilities.length; i++) if (probabilities[i]! >= cut) count++
  const positions = new Uint32Array(count)
  let next = 0
  for (let i = 0; i < probabilities.length; i++) if (probabilities[i]! >= cut) positions[next++] = i
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
