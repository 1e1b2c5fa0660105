import { type Calendar, detectCalendar, longestGapToFill } from './calendar'
import { type ExtractTable, type OptionalNumericColumn, optionalNumericColumns, type SeriesText, textColumns } from './extract-table'
import { rankNames, sortRows } from './sort-rows'
import type { RowText, TableRows } from './table-rows'

export interface BuiltTable {
  readonly table: ExtractTable
  readonly calendar: Calendar
  /** Days that were filled in. */
  readonly filledDays: number
  /** Store and SKU pairs; at most `table.seriesCount`. */
  readonly storeItems: number
  /** Gaps too long to fill, each the end of one series and the start of the next. */
  readonly openGaps: number
  /** Rows (of the input) replaced by a later one for the same store, SKU and day: row `restated[i]` by `restatedBy[i]`. */
  readonly restated: readonly number[]
  readonly restatedBy: readonly number[]
}

/** Facts that hold from one day to the next unless a row says otherwise: carried into filled days. */
const carriedColumns: ReadonlySet<OptionalNumericColumn> = new Set(['price', 'unitCost', 'minDisplayUnits', 'casePack'])
/** Movements: none on a day that a sparse extract leaves out. */
const movementColumns: ReadonlySet<OptionalNumericColumn> = new Set(['unitsReceived', 'unitsAdjusted'])

/**
 * Sorted, restated days resolved (the last record stands), left-out days filled.
 *
 * A filled day carries on-hand and the lasting facts (price, unit cost, minimum display, case
 * pack) forward. In a sparse extract it sold, received and adjusted 0, and each item runs on to
 * the last day of its store; in a dense one all else is NaN. Gaps that are not filled start a
 * new series. `calendar` settles what is else read from the rows (see `detectCalendar`).
 */
export function buildTable(rows: TableRows, calendar?: Calendar): BuiltTable {
  const stores = rankNames(rows.stores, rows.store, rows.rowCount)
  const skus = rankNames(rows.skus, rows.sku, rows.rowCount)
  const order = sortRows(rows, stores, skus)
  const { kept, restated, restatedBy } = keepLast(rows, order)
  const kind = calendar ?? detectCalendar(rows, kept)
  const plan = planSeries(rows, kept, kind)
  const { rowCount, seriesStart, source } = plan
  const seriesCount = seriesStart.length - 1

  const day = new Int32Array(rowCount)
  const filled = new Uint8Array(rowCount)
  const record = new Int32Array(rowCount).fill(-1)
  let filledDays = 0
  for (let row = 0; row < rowCount; row++) {
    const from = source[row]!
    if (from >= 0) {
      day[row] = rows.day[from]!
      record[row] = rows.record[from]!
    } else {
      day[row] = day[row - 1]! + 1
      filled[row] = 1
      filledDays++
    }
  }

  const column = (values: Float64Array, whenFilled: 'carry' | number): Float64Array => {
    const out = new Float64Array(rowCount)
    for (let row = 0; row < rowCount; row++) {
      const from = source[row]!
      out[row] = from >= 0 ? values[from]! : whenFilled === 'carry' ? out[row - 1]! : whenFilled
    }
    return out
  }
  const moved = kind === 'sparse' ? 0 : Number.NaN
  const optional = Object.fromEntries(
    optionalNumericColumns.map((name) => {
      const values = rows.optional[name]
      const whenFilled = carriedColumns.has(name) ? 'carry' : movementColumns.has(name) ? moved : Number.NaN
      return [name, values && column(values, whenFilled)]
    }),
  ) as ExtractTable['optional']
  const text = Object.fromEntries(
    textColumns.map((name) => {
      const values = rows.text[name]
      return [name, values && lastTexts(values, seriesStart, source)]
    }),
  ) as ExtractTable['text']

  const storeOfSeries = new Int32Array(seriesCount)
  const skuOfSeries = new Int32Array(seriesCount)
  let storeItems = 0
  for (let series = 0; series < seriesCount; series++) {
    const from = source[seriesStart[series]!]!
    const store = stores.rankOf[rows.store[from]!]!
    const sku = skus.rankOf[rows.sku[from]!]!
    storeOfSeries[series] = store
    skuOfSeries[series] = sku
    if (series === 0 || store !== storeOfSeries[series - 1] || sku !== skuOfSeries[series - 1]) storeItems++
  }

  const table: ExtractTable = {
    rowCount,
    seriesCount,
    seriesStart,
    storeOfSeries,
    skuOfSeries,
    stores: stores.names,
    skus: skus.names,
    day,
    onHand: column(rows.onHand, 'carry'),
    unitsSold: column(rows.unitsSold, moved),
    optional,
    phantom: rows.phantom && column(rows.phantom, Number.NaN),
    text,
    filled,
    record,
  }
  return { table, calendar: kind, filledDays, storeItems, openGaps: plan.openGaps, restated, restatedBy }
}

/** Of rows with the same store, SKU and day only the last in file order stays. */
function keepLast(rows: TableRows, order: Uint32Array): { kept: Uint32Array; restated: number[]; restatedBy: number[] } {
  const kept = new Uint32Array(order.length)
  const restated: number[] = []
  const restatedBy: number[] = []
  let count = 0
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!
    // The last of a run of equal keys stands, so look where the run ends.
    let end = i
    while (end + 1 < order.length && sameStoreItem(rows, row, order[end + 1]!) && rows.day[row] === rows.day[order[end + 1]!]) end++
    const last = order[end]!
    for (; i < end; i++) {
      restated.push(order[i]!)
      restatedBy.push(last)
    }
    kept[count++] = last
  }
  return { kept: kept.subarray(0, count), restated, restatedBy }
}

function sameStoreItem(rows: TableRows, a: number, b: number): boolean {
  return rows.sku[a] === rows.sku[b] && rows.store[a] === rows.store[b]
}

interface SeriesPlan {
  readonly rowCount: number
  readonly seriesStart: Int32Array
  /** Per row of the table: the row it comes from; -1 for a filled day. */
  readonly source: Int32Array
  readonly openGaps: number
}

function planSeries(rows: TableRows, kept: Uint32Array, calendar: Calendar): SeriesPlan {
  // In a sparse extract an item that stopped moving still stands in the store: its series runs
  // to the store's last day, and that run counts as a gap behind its last row.
  const lastDayOfStore = new Map<number, number>()
  if (calendar === 'sparse') {
    for (const row of kept) {
      const store = rows.store[row]!
      lastDayOfStore.set(store, Math.max(rows.day[row]!, lastDayOfStore.get(store) ?? rows.day[row]!))
    }
  }
  /** Days left out after the i-th kept row, before the next row of its store-item. */
  const gapAfter = (i: number): number => {
    const row = kept[i]!
    const next = i + 1 < kept.length ? kept[i + 1]! : -1
    if (next >= 0 && sameStoreItem(rows, row, next)) return rows.day[next]! - rows.day[row]! - 1
    return (lastDayOfStore.get(rows.store[row]!) ?? rows.day[row]!) - rows.day[row]!
  }

  const gaps: number[] = []
  for (let i = 0; i < kept.length; i++) {
    const gap = gapAfter(i)
    if (gap > 0) gaps.push(gap)
  }
  const longest = longestGapToFill(calendar, kept.length, gaps)
  let rowCount = kept.length
  for (const gap of gaps) if (gap <= longest) rowCount += gap

  const source = new Int32Array(rowCount).fill(-1)
  const starts: number[] = []
  let place = 0
  let openGaps = 0
  let startsSeries = true
  for (let i = 0; i < kept.length; i++) {
    if (startsSeries) starts.push(place)
    source[place++] = kept[i]!
    const gap = gapAfter(i)
    const sameNext = i + 1 < kept.length && sameStoreItem(rows, kept[i]!, kept[i + 1]!)
    if (gap > longest) openGaps++
    else place += gap
    startsSeries = !sameNext || gap > longest
  }
  starts.push(rowCount)
  return { rowCount, seriesStart: Int32Array.from(starts), source, openGaps }
}

/** Per series the text of its last row that has one. */
function lastTexts(text: RowText, seriesStart: Int32Array, source: Int32Array): SeriesText {
  const codes = new Int32Array(seriesStart.length - 1).fill(-1)
  for (let series = 0; series < codes.length; series++) {
    for (let row = seriesStart[series + 1]! - 1; row >= seriesStart[series]!; row--) {
      const from = source[row]!
      if (from >= 0 && text.codes[from]! >= 0) {
        codes[series] = text.codes[from]!
        break
      }
    }
  }
  return { values: text.values, codes }
}
