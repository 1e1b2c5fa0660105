/** The rows of the fake engine: a drawn extract whose scores are a plain function of the row. */
import type { AlertQuery, AlertRow, AlertView, SeriesHistory } from '../domain/alerts/alert-row'
import { judgedScore } from '../domain/segments/judged-scores'
import { ownThresholdOf, type SegmentThresholds } from '../domain/segments/segment-thresholds'
import { shippedModels } from '../domain/scoring/model-manifest'

const items = ['AA batteries 8', 'Oat drink 1 l', 'Razor blades 4', 'Tinned tomatoes', 'Dish tabs 40'] as const
const categories = ['Household', 'Dairy', 'Care', 'Grocery', 'Household'] as const
export const lastDay = 20_000
export const days = 60
export const fakeRows = 40

const scoreOf = (row: number, model: string) => Math.fround(((row * 37 + shippedModels.findIndex((id) => id === model) * 11) % 100) / 100)

export function fakeRow(row: number): AlertRow {
  const item = row % items.length
  const missedUnits = (row * 13) % 47
  return {
    row,
    store: `00${1 + Math.floor(row / 10)}`,
    sku: `0001${row}`,
    itemName: items[item]!,
    category: categories[item]!,
    department: item % 2 === 0 ? 'Dry' : 'Fresh',
    aisle: String(1 + (row % 12)),
    bin: null,
    day: lastDay,
    filled: false,
    onHand: (row * 7) % 31,
    price: 2.5,
    unitsPerDay: 0.5 + (row % 5),
    daysSinceSale: row % 9 === 0 ? null : row % 40,
    missedUnits,
    lostSales: missedUnits * 2.5,
    probabilities: Object.fromEntries(shippedModels.map((id) => [id, scoreOf(row, id)])),
    phantom: null,
  }
}

/** A model's probability of a row as its common threshold judges it. */
export function fakeJudged(row: AlertRow, model: string, segments: SegmentThresholds | null): number {
  return judgedScore(row.probabilities[model] ?? NaN, Math.fround(ownThresholdOf(segments, row)?.threshold ?? NaN))
}

export function fakeView(query: AlertQuery): AlertView {
  const wanted = query.search.toLowerCase()
  const rows = Array.from({ length: fakeRows }, (_, row) => fakeRow(row))
    .filter((row) => query.store === null || row.store === query.store)
    .filter((row) => query.category === null || row.category === query.category)
    .filter((row) => [row.store, row.sku, row.itemName, row.category].some((text) => text?.toLowerCase().includes(wanted)))
  const { column, descending } = query.order
  const key = (row: AlertRow) => (column === 'probability' ? row.probabilities[query.model]! : (row[column] ?? -1))
  rows.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) * (descending ? -1 : 1) || a.row - b.row)
  return {
    rows: Uint32Array.from(rows, (row) => row.row),
    probabilities: Float32Array.from(rows, (row) => row.probabilities[query.model]!),
    ...(query.segments ? { judged: Float32Array.from(rows, (row) => fakeJudged(row, query.model, query.segments ?? null)) } : {}),
    missedUnits: Float32Array.from(rows, (row) => row.missedUnits),
    lostSales: Float32Array.from(rows, (row) => row.lostSales!),
  }
}

export function fakeHistory(row: number): SeriesHistory {
  const { store, sku, itemName, category } = fakeRow(row)
  const each = (value: (i: number) => number) => Float64Array.from({ length: days }, (_, i) => value(i))
  return {
    store,
    sku,
    itemName,
    category,
    day: Int32Array.from({ length: days }, (_, i) => lastDay - days + 1 + i),
    filled: new Uint8Array(days),
    onHand: each((i) => Math.max(9, 40 - i)),
    unitsSold: each((i) => (i < 31 ? 1 + (i % 3) : 0)),
    forecastUnits: each(() => 2),
    forecastIsOurs: false,
    expectedUnits: each(() => 2),
    unitsReceived: each((i) => (i === 12 ? 24 : 0)),
    probabilities: Object.fromEntries(shippedModels.map((id) => [id, Float32Array.from({ length: days }, (_, i) => i / days)])),
    phantom: null,
  }
}
