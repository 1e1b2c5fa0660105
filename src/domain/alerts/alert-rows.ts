/** Row numbers to what the table draws, and a row to the history of its store-item. */
import type { AlertRow, SeriesHistory } from './alert-row'
import { seriesOfRow, textOfSeries, type AlertSource } from './alert-source'

/** One object a row, in the order asked. Throws a RangeError for a row that the table does not have. */
export function alertRows(source: AlertSource, rows: Uint32Array): AlertRow[] {
  const { table } = source
  return Array.from(rows, (row) => {
    if (row >= table.rowCount) throw new RangeError(`Row ${row} is not in this extract of ${table.rowCount} rows.`)
    const series = seriesOfRow(table, row)
    const missedUnits = source.missedUnits[row]!
    const daysSinceSale = source.daysSinceSale[row]!
    const price = table.optional.price?.[row] ?? NaN
    const label = table.phantom?.[row] ?? NaN
    const probabilities: Record<string, number> = {}
    for (const [model, scores] of source.scores) {
      const probability = scores[row]!
      if (!Number.isNaN(probability)) probabilities[model] = probability
    }
    return {
      row,
      store: table.stores[table.storeOfSeries[series]!]!,
      sku: table.skus[table.skuOfSeries[series]!]!,
      itemName: textOfSeries(table.text.itemName, series),
      category: textOfSeries(table.text.category, series),
      department: textOfSeries(table.text.department, series),
      aisle: textOfSeries(table.text.aisle, series),
      bin: textOfSeries(table.text.bin, series),
      day: table.day[row]!,
      filled: table.filled[row] === 1,
      onHand: table.onHand[row]!,
      price: price > 0 ? price : null,
      unitsPerDay: source.unitsPerDay[row]!,
      daysSinceSale: daysSinceSale < 0 ? null : daysSinceSale,
      missedUnits,
      lostSales: Number.isNaN(price) ? null : missedUnits * price,
      probabilities,
      phantom: Number.isNaN(label) ? null : label === 1,
    }
  })
}

/** All days of the series that `row` belongs to. Throws a RangeError for a row that the table does not have. */
export function seriesHistory(source: AlertSource, row: number): SeriesHistory {
  const { table } = source
  if (!(row >= 0 && row < table.rowCount)) throw new RangeError(`Row ${row} is not in this extract of ${table.rowCount} rows.`)
  const series = seriesOfRow(table, row)
  const from = table.seriesStart[series]!
  const to = table.seriesStart[series + 1]!
  const given = table.optional.forecastUnits
  const forecastUnits = source.ourForecast.slice(from, to)
  if (given) for (let i = from; i < to; i++) if (!Number.isNaN(given[i]!)) forecastUnits[i - from] = given[i]!
  const probabilities: Record<string, Float32Array> = {}
  for (const [model, scores] of source.scores) probabilities[model] = scores.slice(from, to)
  return {
    store: table.stores[table.storeOfSeries[series]!]!,
    sku: table.skus[table.skuOfSeries[series]!]!,
    itemName: textOfSeries(table.text.itemName, series),
    category: textOfSeries(table.text.category, series),
    day: table.day.slice(from, to),
    filled: table.filled.slice(from, to),
    onHand: table.onHand.slice(from, to),
    unitsSold: table.unitsSold.slice(from, to),
    forecastUnits,
    forecastIsOurs: given === null,
    expectedUnits: source.ourForecast.slice(from, to),
    unitsReceived: table.optional.unitsReceived?.slice(from, to) ?? new Float64Array(to - from).fill(NaN),
    probabilities,
    phantom: table.phantom?.slice(from, to) ?? null,
  }
}
