/** Rows of the open extract whose truth is known, as the bench measures them. */
import { isCandidate, type ExtractTable, type SeriesText } from '../table/extract-table'
import { storeItemKey } from '../table/store-item-key'
import type { MeasuredRows, RowsSource } from './measured-rows'
import type { ShelfCheck } from './shelf-check'

/** What the rows are taken from: the table, and what was computed for each of its rows. */
export interface ScoredTable {
  readonly table: ExtractTable
  /** By model id, per row; NaN where it is not scored. */
  readonly scores: ReadonlyMap<string, Float32Array>
  /** Per row: units to expect on a usual day. */
  readonly unitsPerDay: Float64Array
}

/** Codes of a group fit 16 bits; an extract with more names has none of that group. */
const mostNames = 1 << 16
const mostDays = 0xffff

/**
 * The rows of a table whose label is 0 or 1, with all that studies read. Copies these rows' columns, some
 * 60 bytes a row with five models. Names of groups stand as they came; '' names rows without one.
 *
 * @param labels one a row of the table: 1 phantom, 0 not, -1 unknown
 * @returns null where no row is known
 */
export function extractRows({ table, scores, unitsPerDay }: ScoredTable, labels: Int8Array, source: Exclude<RowsSource, 'test-worlds'>): MeasuredRows | null {
  let count = 0
  for (let row = 0; row < table.rowCount; row++) if (labels[row] !== -1) count++
  if (count === 0) return null
  const rowOf = new Uint32Array(count)
  const seriesOf = new Uint32Array(count)
  const item = new Uint32Array(count)
  const daysSeen = new Uint16Array(count)
  let next = 0
  let items = 0
  let lastSeries = -1
  for (let series = 0; series < table.seriesCount; series++) {
    const start = table.seriesStart[series]!
    for (let row = start; row < table.seriesStart[series + 1]!; row++) {
      if (labels[row] === -1) continue
      // A gap too long to fill starts a new series of the same store-item.
      if (lastSeries < 0 || !isSameItem(table, lastSeries, series)) items++
      lastSeries = series
      rowOf[next] = row
      seriesOf[next] = series
      item[next] = items - 1
      daysSeen[next] = Math.min(mostDays, row - start + 1)
      next++
    }
  }
  const price = table.optional.price
  return {
    source,
    rows: count,
    labels: Uint8Array.from(rowOf, (row) => labels[row]!),
    scores: new Map([...scores].map(([model, given]) => [model, Float32Array.from(rowOf, (row) => given[row]!)])),
    item,
    items,
    store: Uint32Array.from(seriesOf, (series) => table.storeOfSeries[series]!),
    stores: table.stores.length,
    day: Int32Array.from(rowOf, (row) => table.day[row]!),
    daysSeen,
    unitsADay: Float32Array.from(rowOf, (row) => unitsPerDay[row]!),
    price: price ? Float32Array.from(rowOf, (row) => (price[row]! > 0 ? price[row]! : NaN)) : new Float32Array(count).fill(NaN),
    groups: groupsOf(table, seriesOf),
  }
}

/**
 * One label a row of the table: what the checks say of candidates, -1 elsewhere. A check of a row that the
 * table does not have, or that is no candidate, says nothing. Where two speak of one row, the later one stands.
 */
export function checkedLabels(table: ExtractTable, checks: readonly ShelfCheck[]): Int8Array {
  const labels = new Int8Array(table.rowCount).fill(-1)
  const byItem = new Map<string, ShelfCheck[]>()
  for (const check of checks) {
    const key = storeItemKey(check.store, check.sku)
    const known = byItem.get(key)
    if (known) known.push(check)
    else byItem.set(key, [check])
  }
  for (let series = 0; series < table.seriesCount && byItem.size > 0; series++) {
    const start = table.seriesStart[series]!
    const end = table.seriesStart[series + 1]!
    const key = storeItemKey(table.stores[table.storeOfSeries[series]!]!, table.skus[table.skuOfSeries[series]!]!)
    for (const { day, phantom } of byItem.get(key) ?? []) {
      // The days of a series are unbroken.
      const row = start + day - table.day[start]!
      if (row >= start && row < end && isCandidate(table, series, row)) labels[row] = phantom ? 1 : 0
    }
  }
  return labels
}

const isSameItem = ({ storeOfSeries, skuOfSeries }: ExtractTable, a: number, b: number) => storeOfSeries[a] === storeOfSeries[b] && skuOfSeries[a] === skuOfSeries[b]

function groupsOf(table: ExtractTable, seriesOf: Uint32Array): MeasuredRows['groups'] {
  const texts: Readonly<Record<string, SeriesText | null>> = {
    store: { values: table.stores, codes: table.storeOfSeries },
    category: table.text.category,
    department: table.text.department,
  }
  const groups = Object.entries(texts).flatMap(([name, text]) => {
    if (!text || text.values.length >= mostNames) return []
    const { values, codes } = text
    const none = values.length
    const code = Uint16Array.from(seriesOf, (series) => (codes[series]! < 0 ? none : codes[series]!))
    return [[name, { names: code.includes(none) ? [...values, ''] : values, code }] as const]
  })
  return new Map(groups)
}
