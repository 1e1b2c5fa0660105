/** Rows of known truth for studies: drawn by a seed, so that the same arguments give the same rows. */
import type { MeasuredRows } from '../domain/bench/measured-rows'
import { shippedModels } from '../domain/scoring/model-manifest'

export interface DrawnMeasured {
  readonly stores?: number
  readonly itemsPerStore?: number
  readonly days?: number
  readonly models?: readonly string[]
  readonly seed?: number
}

const firstDay = 20_000
const categories = ['Dairy', 'Grocery', ''] as const

/**
 * Every item is seen every day; one in five is phantom from some day on. Scores tell the classes apart, not
 * quite, each model in its own way, on a grid of hundredths so that ties are common; one row in twenty is not scored.
 */
export function drawnMeasured({ stores = 3, itemsPerStore = 8, days = 30, models = shippedModels, seed = 1 }: DrawnMeasured = {}): MeasuredRows {
  const next = generator(seed)
  const items = stores * itemsPerStore
  const rows = items * days
  const itemOf = (row: number) => Math.floor(row / days)
  const phantomFrom = Array.from({ length: items }, () => (next() < 0.2 ? Math.floor(next() * days) : days))
  const each = (value: (row: number) => number) => Array.from({ length: rows }, (_, row) => value(row))
  const labels = Uint8Array.from(each((row) => (row % days >= phantomFrom[itemOf(row)]! ? 1 : 0)))
  const score = (row: number) => (next() < 0.05 ? NaN : Math.round(100 * (labels[row] === 1 ? Math.sqrt(next()) : next() ** 2)) / 100)
  return {
    source: 'extract',
    rows,
    labels,
    scores: new Map(models.map((model) => [model, Float32Array.from(each(score))])),
    item: Uint32Array.from(each(itemOf)),
    items,
    store: Uint32Array.from(each((row) => Math.floor(itemOf(row) / itemsPerStore))),
    stores,
    day: Int32Array.from(each((row) => firstDay + (row % days))),
    daysSeen: Uint16Array.from(each((row) => 28 + (row % days))),
    unitsADay: Float32Array.from(each((row) => 0.05 * 2 ** (itemOf(row) % 8))),
    price: new Float32Array(rows).fill(2.5),
    groups: new Map([
      ['store', { names: Array.from({ length: stores }, (_, store) => `S${store + 1}`), code: Uint16Array.from(each((row) => Math.floor(itemOf(row) / itemsPerStore))) }],
      ['category', { names: categories, code: Uint16Array.from(each((row) => itemOf(row) % categories.length)) }],
    ]),
  }
}

/** A small generator of numbers from 0 to below 1 (a linear congruential one, Numerical Recipes' constants). */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
