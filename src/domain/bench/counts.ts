import type { MeasuredRows } from './measured-rows'

/** How much there is to measure one model by. */
export interface MeasuredCounts {
  /** Rows that the model has scored. */
  readonly rows: number
  /** Phantom rows among them. */
  readonly positives: number
  /** Store-items that they belong to. */
  readonly items: number
  readonly stores: number
  /** Pairs of store and day on which at least one of them stands. */
  readonly storeDays: number
}

/** Counts the rows that `model` has scored; all zero for a model that has scored none. */
export function counts(rows: MeasuredRows, { model }: { readonly model: string }): MeasuredCounts {
  const scores = rows.scores.get(model)
  let scored = 0
  let positives = 0
  let items = 0
  let lastItem = -1
  const stores = new Set<number>()
  const storeDays = new Set<number>()
  for (let row = 0; scores && row < rows.rows; row++) {
    if (Number.isNaN(scores[row]!)) continue
    scored++
    positives += rows.labels[row]!
    if (rows.item[row] !== lastItem) items++
    lastItem = rows.item[row]!
    stores.add(rows.store[row]!)
    storeDays.add(rows.day[row]! * rows.stores + rows.store[row]!)
  }
  return { rows: scored, positives, items, stores: stores.size, storeDays: storeDays.size }
}
