/** Random extracts for properties: every kind of gap, missing value and odd day, from a seed. */
import { randomNumbers } from '../domain/metrics/random-numbers'
import { type EpochDay, type ExtractTable, type OptionalNumericColumn, optionalNumericColumns } from '../domain/table/extract-table'

export { randomNumbers }

export interface RandomTableShape {
  readonly seed: number
  readonly stores: number
  readonly skus: number
  readonly days: number
}

/**
 * Stores that carry most SKUs, series that begin and end anywhere, some in two pieces; demand,
 * stock and deliveries that roughly belong together, silent spells, closed days, and cells that
 * are missing or negative. Each optional column is there or not by chance.
 */
export function randomTable({ seed, stores, skus, days }: RandomTableShape): ExtractTable {
  const random = randomNumbers(seed)
  const firstDay = 20_000 + Math.floor(random() * 400)
  const pieces: { readonly store: number; readonly sku: number; readonly from: number; readonly length: number }[] = []
  for (let store = 0; store < stores; store++) {
    for (let sku = 0; sku < skus; sku++) {
      if (random() < 0.15) continue
      const from = random() < 0.6 ? 0 : Math.floor(random() * days * 0.7)
      const length = random() < 0.6 ? days - from : 1 + Math.floor(random() * (days - from))
      pieces.push({ store, sku, from, length })
      const gapEnd = from + length + 3
      if (random() < 0.2 && gapEnd < days) pieces.push({ store, sku, from: gapEnd, length: 1 + Math.floor(random() * (days - gapEnd)) })
    }
  }
  const rowCount = pieces.reduce((rows, piece) => rows + piece.length, 0)
  const column = () => new Float64Array(rowCount).fill(NaN)
  const optional = Object.fromEntries(optionalNumericColumns.map((name) => [name, random() < 0.6 ? column() : null])) as Record<
    OptionalNumericColumn,
    Float64Array | null
  >
  const onHand = column()
  const unitsSold = column()
  const phantom = column()
  const day = new Int32Array(rowCount)
  const filled = new Uint8Array(rowCount)
  const seriesStart = new Int32Array(pieces.length + 1)
  const closed = Array.from({ length: stores }, () => Math.floor(random() * days))
  const set = (name: OptionalNumericColumn, row: number, value: number) => {
    const values = optional[name]
    if (values && random() > 0.03) values[row] = value
  }
  let row = 0
  pieces.forEach((piece, series) => {
    seriesStart[series] = row
    const rate = Math.exp(random() * 4 - 2.5)
    const spell = Math.floor(random() * days * 1.5)
    let stock = Math.floor(random() * 20)
    for (let d = piece.from; d < piece.from + piece.length; d++, row++) {
      day[row] = firstDay + d
      const quiet = d === closed[piece.store] || (d >= spell && d < spell + 20)
      const sold = quiet || random() > Math.min(0.9, rate) ? (random() < 0.01 ? -1 : 0) : 1 + Math.floor(random() * 2 * rate)
      const received = stock < 3 && random() < 0.3 ? 6 + Math.floor(random() * 6) : 0
      const adjusted = random() < 0.03 ? Math.floor(random() * 7) - 3 : 0
      stock += received + adjusted - sold
      unitsSold[row] = random() < 0.03 ? NaN : sold
      onHand[row] = random() < 0.02 ? NaN : stock
      filled[row] = random() < 0.02 ? 1 : 0
      phantom[row] = quiet ? 1 : 0
      set('forecastUnits', row, rate * (0.5 + random()))
      set('leadTimeForecastUnits', row, rate * 3)
      set('unitsReceived', row, received)
      set('unitsOnOrder', row, random() < 0.2 ? 6 : 0)
      set('unitsAdjusted', row, adjusted)
      if (random() < 0.05) set('countedUnits', row, Math.max(0, stock))
      set('price', row, random() < 0.1 ? 1.5 : 2)
      set('unitCost', row, 1)
      set('onPromo', row, random() < 0.1 ? 1 : 0)
      set('minDisplayUnits', row, Math.floor(random() * 3))
      set('casePack', row, 6)
    }
  })
  seriesStart[pieces.length] = row
  return {
    rowCount,
    seriesCount: pieces.length,
    seriesStart,
    storeOfSeries: Int32Array.from(pieces, (piece) => piece.store),
    skuOfSeries: Int32Array.from(pieces, (piece) => piece.sku),
    stores: Array.from({ length: stores }, (_, store) => `S${store}`),
    skus: Array.from({ length: skus }, (_, sku) => `K${sku}`),
    day,
    onHand,
    unitsSold,
    optional,
    phantom,
    text: {
      category: random() < 0.7 ? { values: ['Dairy', 'Bread'], codes: Int32Array.from(pieces, (piece) => (piece.sku % 5 === 4 ? -1 : piece.sku % 2)) } : null,
      department: null,
      aisle: null,
      bin: null,
      itemName: null,
    },
    filled,
    record: Int32Array.from({ length: rowCount }, (_, ordinal) => ordinal),
  }
}

/** The table of the chosen rows of chosen series: `keep` gives, per new series, the old series and how many of its first rows stay. */
export function pickSeries(table: ExtractTable, keep: readonly { readonly series: number; readonly rows: number }[]): ExtractTable {
  const source = keep.flatMap(({ series, rows }) => Array.from({ length: rows }, (_, i) => table.seriesStart[series]! + i))
  const floats = (values: Float64Array) => Float64Array.from(source, (row) => values[row]!)
  const seriesStart = new Int32Array(keep.length + 1)
  keep.forEach(({ rows }, s) => (seriesStart[s + 1] = seriesStart[s]! + rows))
  const perSeries = (values: Int32Array) => Int32Array.from(keep, ({ series }) => values[series]!)
  return {
    ...table,
    rowCount: source.length,
    seriesCount: keep.length,
    seriesStart,
    storeOfSeries: perSeries(table.storeOfSeries),
    skuOfSeries: perSeries(table.skuOfSeries),
    day: Int32Array.from(source, (row) => table.day[row]!),
    onHand: floats(table.onHand),
    unitsSold: floats(table.unitsSold),
    optional: Object.fromEntries(
      optionalNumericColumns.map((name) => {
        const values = table.optional[name]
        return [name, values && floats(values)]
      }),
    ) as ExtractTable['optional'],
    phantom: table.phantom && floats(table.phantom),
    text: { ...table.text, category: table.text.category && { values: table.text.category.values, codes: perSeries(table.text.category.codes) } },
    filled: Uint8Array.from(source, (row) => table.filled[row]!),
    record: Int32Array.from(source, (row) => table.record[row]!),
  }
}

/** The table as it stood at the close of a day: later rows, and series that begin later, are gone. */
export function cutAfter(table: ExtractTable, lastDay: EpochDay): ExtractTable {
  const keep = Array.from({ length: table.seriesCount }, (_, series) => {
    const start = table.seriesStart[series]!
    const length = table.seriesStart[series + 1]! - start
    return { series, rows: Math.max(0, Math.min(length, lastDay - table.day[start]! + 1)) }
  })
  return pickSeries(table, keep.filter(({ rows }) => rows > 0))
}
