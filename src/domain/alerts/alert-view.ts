/** A query over the extract, answered as row numbers. */
import { judgedScore } from '../segments/judged-scores'
import { tableCuts } from '../segments/table-cuts'
import { isCandidate, type ExtractTable } from '../table/extract-table'
import { latestRows } from '../scoring/latest-rows'
import type { AlertColumn, AlertQuery, AlertView } from './alert-row'
import { seriesOfRow, textOfSeries, type AlertSource } from './alert-source'
import { naturalRanks } from './natural-order'
import { sortedPositions } from './sort-rows'

/**
 * The candidates that match `query`, in its order; rows with a missing key come last, ties stay
 * in table order. A model that has not scored (or is not there) gives NaN for every row.
 */
export function alertView(source: AlertSource, query: AlertQuery): AlertView {
  const { table } = source
  const wanted = matchingSeries(table, query)
  const rows = candidateRows(table, query, wanted)
  const keys = orderKeys(source, query, rows)
  const order = sortedPositions(keys, query.order.descending)

  const scores = source.scores.get(query.model)
  const price = table.optional.price
  const sorted = new Uint32Array(rows.length)
  const probabilities = new Float32Array(rows.length).fill(NaN)
  const missedUnits = new Float32Array(rows.length)
  const lostSales = price ? new Float32Array(rows.length) : null
  for (let i = 0; i < order.length; i++) {
    const row = rows[order[i]!]!
    sorted[i] = row
    if (scores) probabilities[i] = scores[row]!
    missedUnits[i] = source.missedUnits[row]!
    if (lostSales) lostSales[i] = source.missedUnits[row]! * price![row]!
  }
  if (!query.segments) return { rows: sorted, probabilities, missedUnits, lostSales }
  const cuts = tableCuts(source, query.segments)
  return { rows: sorted, probabilities, judged: probabilities.map((probability, i) => judgedScore(probability, cuts[sorted[i]!]!)), missedUnits, lostSales }
}

/** Per series 1 where store, category and search let it through. */
function matchingSeries(table: ExtractTable, query: AlertQuery): Uint8Array {
  const search = query.search.trim().toLowerCase()
  const match = new Uint8Array(table.seriesCount)
  for (let series = 0; series < table.seriesCount; series++) {
    const store = table.stores[table.storeOfSeries[series]!]!
    const category = textOfSeries(table.text.category, series)
    if (query.store !== null && store !== query.store) continue
    if (query.category !== null && category !== query.category) continue
    if (search !== '') {
      const sku = table.skus[table.skuOfSeries[series]!]!
      const name = textOfSeries(table.text.itemName, series)
      const hit = [store, sku, name, category].some((text) => text?.toLowerCase().includes(search))
      if (!hit) continue
    }
    match[series] = 1
  }
  return match
}

function candidateRows(table: ExtractTable, query: AlertQuery, wanted: Uint8Array): Uint32Array {
  const { scope } = query
  switch (scope.kind) {
    case 'latest':
      return latestRows(table).filter((row) => {
        const series = seriesOfRow(table, row)
        return wanted[series] === 1 && isCandidate(table, series, row)
      })
    case 'day':
    case 'all': {
      const rows = new Uint32Array(table.rowCount)
      let count = 0
      for (let series = 0; series < table.seriesCount; series++) {
        if (!wanted[series]) continue
        const from = table.seriesStart[series]!
        const to = table.seriesStart[series + 1]!
        // Days of a series follow each other, so that one day is one row.
        const first = scope.kind === 'day' ? from + scope.day - table.day[from]! : from
        const end = scope.kind === 'day' ? Math.min(to, first + 1) : to
        for (let row = Math.max(from, first); row < end; row++) {
          if (isCandidate(table, series, row)) rows[count++] = row
        }
      }
      return rows.slice(0, count)
    }
  }
}

/** One number a row, by which the view is ordered; NaN is missing. */
function orderKeys(source: AlertSource, query: AlertQuery, rows: Uint32Array): Float64Array {
  const { table } = source
  const keys = new Float64Array(rows.length)
  const byRow = (key: (row: number) => number) => {
    for (let i = 0; i < rows.length; i++) keys[i] = key(rows[i]!)
  }
  const bySeries = (key: (series: number) => number) => {
    const keyOfSeries = Float64Array.from({ length: table.seriesCount }, (_, series) => key(series))
    for (let i = 0, series = -1, end = -1; i < rows.length; i++) {
      const row = rows[i]!
      // Rows come in table order here, so that a new series is looked up once.
      if (row >= end) {
        series = seriesOfRow(table, row)
        end = table.seriesStart[series + 1]!
      }
      keys[i] = keyOfSeries[series]!
    }
  }
  const column: AlertColumn = query.order.column
  switch (column) {
    case 'probability': {
      const scores = source.scores.get(query.model)
      byRow((row) => scores?.[row] ?? NaN)
      break
    }
    case 'store': {
      const rank = naturalRanks(table.stores)
      bySeries((series) => rank[table.storeOfSeries[series]!]!)
      break
    }
    case 'sku': {
      const rank = naturalRanks(table.skus)
      bySeries((series) => rank[table.skuOfSeries[series]!]!)
      break
    }
    case 'itemName':
    case 'category': {
      const text = table.text[column]
      const rank = naturalRanks(text?.values ?? [])
      bySeries((series) => rank[text?.codes[series] ?? -1] ?? NaN)
      break
    }
    case 'day':
      byRow((row) => table.day[row]!)
      break
    case 'onHand':
      byRow((row) => table.onHand[row]!)
      break
    case 'daysSinceSale':
      byRow((row) => (source.daysSinceSale[row]! < 0 ? NaN : source.daysSinceSale[row]!))
      break
    case 'missedUnits':
      byRow((row) => source.missedUnits[row]!)
      break
    case 'lostSales': {
      const price = table.optional.price
      byRow((row) => (price ? source.missedUnits[row]! * price[row]! : NaN))
      break
    }
  }
  return keys
}
