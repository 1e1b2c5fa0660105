/** Reads the facts of a row off the table. One pass over its series, and one over the days of the same item elsewhere. */
import { featureNames } from '../features/catalog'
import type { FeatureContext } from '../features/context'
import type { ExtractTable, RowIndex, SeriesIndex } from '../table/extract-table'
import type { DayUnits, RowFacts } from './row-facts'

const daysBefore = 28
const daysLately = 14
const daysOfRecord = 90
const mostDaysElsewhere = 90

/**
 * @param series the series that the row belongs to
 * @param features the row's own features, in catalog order
 */
export function gatherFacts(context: FeatureContext, series: SeriesIndex, row: RowIndex, features: Float32Array): RowFacts {
  const { table, demand, store, storeDays } = context
  const start = table.seriesStart[series]!
  const feature = (name: string) => features[featureNames.indexOf(name)] ?? NaN
  const lastSold = lastRow(start, row, (at) => table.unitsSold[at]! > 0)
  const since = lastSold === null ? start : lastSold + 1
  const storeSlot = store.slots.firstSlotOfSeries[series]! - start
  const category = table.text.category
  const sum = (from: number, value: (at: number) => number) => sumOf(from, row, value)
  const lately = Math.max(start, row - daysLately + 1)
  return {
    day: table.day[row]!,
    firstDay: table.day[start]!,
    onHand: table.onHand[row]!,
    lastSale: lastSold === null ? null : on(table, lastSold, table.unitsSold),
    silentDays: row - since + 1,
    unknownDays: sum(since, (at) => (Number.isNaN(table.unitsSold[at]!) ? 1 : 0)),
    soldBefore: lastSold === null ? null : soldBefore(table, start, lastSold),
    expectedSince: demand.expectedSinceSale[row]!,
    longestEarlierSilence: longestEarlierSilence(table, start, lastSold),
    lately: {
      days: row - lately + 1,
      sold: sum(lately, (at) => zeroIfMissing(table.unitsSold[at]!)),
      expected: sum(lately, (at) => demand.expected[at]!),
    },
    record: recordOf(table, start, row),
    deliveries: deliveriesOf(table, start, since, row),
    onOrder: zeroIfMissing(table.optional.unitsOnOrder?.[row] ?? NaN),
    otherStores: otherStores(table, series, row, since),
    restOfStore: feature('store_sold_vs_expected_7'),
    closedDays: sum(since, (at) => storeDays.closed[at + storeSlot]!),
    category: category && category.codes[series]! >= 0 ? category.values[category.codes[series]!]! : null,
    restOfCategory: feature('category_sold_vs_expected_7'),
    lastCorrection: correction(table, start, row),
    lastCount: count(table, start, row),
    unexplainedLoss: zeroIfMissing(-feature('residual_negative_sum_90')),
    promotion: promotionOf(table, start, row),
    priceChange: priceChange(table, start, row),
  }
}

const zeroIfMissing = (value: number) => (Number.isNaN(value) ? 0 : value)

/** Adds a value up over the rows [from, to]. */
function sumOf(from: number, to: number, value: (at: number) => number): number {
  let sum = 0
  for (let at = from; at <= to; at++) sum += value(at)
  return sum
}

/** The last row of [from, to] that fits; null where none does. */
function lastRow(from: number, to: number, fits: (at: number) => boolean): number | null {
  for (let at = to; at >= from; at--) if (fits(at)) return at
  return null
}

const on = (table: ExtractTable, row: number, units: Float64Array): DayUnits => ({ day: table.day[row]!, units: units[row]! })

function soldBefore(table: ExtractTable, start: number, lastSold: number): RowFacts['soldBefore'] {
  const from = Math.max(start, lastSold - daysBefore + 1)
  return { units: sumOf(from, lastSold, (at) => zeroIfMissing(table.unitsSold[at]!)), days: lastSold - from + 1 }
}

function longestEarlierSilence(table: ExtractTable, start: number, lastSold: number | null): number {
  let longest = 0
  let silence = NaN
  for (let at = start; at <= (lastSold ?? start - 1); at++) {
    if (table.unitsSold[at]! > 0) {
      if (silence > longest) longest = silence
      silence = 0
    } else if (table.onHand[at]! > 0) silence++
  }
  return longest
}

function recordOf(table: ExtractTable, start: number, row: number): RowFacts['record'] {
  const changed = lastRow(start, row, (at) => table.onHand[at] !== table.onHand[row])
  const from = Math.max(start, row - daysOfRecord + 1)
  return {
    since: table.day[changed === null ? start : changed + 1]!,
    fromStart: changed === null,
    negativeDays: sumOf(from, row, (at) => (table.onHand[at]! < 0 ? 1 : 0)),
  }
}

function deliveriesOf(table: ExtractTable, start: number, since: number, row: number): RowFacts['deliveries'] {
  const received = table.optional.unitsReceived
  if (!received) return null
  let first = -1
  let last = -1
  let count = 0
  let countSince = 0
  let unitsSince = 0
  for (let at = start; at <= row; at++) {
    if (!(received[at]! > 0)) continue
    if (first < 0) first = at
    last = at
    count++
    if (at < since) continue
    countSince++
    unitsSince += received[at]!
  }
  const latest = last < 0 ? null : on(table, last, received)
  return {
    last: latest,
    since: { count: countSince, units: unitsSince, latest: countSince > 0 ? latest : null },
    usualDaysBetween: count < 3 ? NaN : (last - first) / (count - 1),
  }
}

function otherStores(table: ExtractTable, series: SeriesIndex, row: RowIndex, since: number): RowFacts['otherStores'] {
  const day = table.day[row]!
  const days = Math.min(mostDaysElsewhere, row - since + 1)
  let stores = 0
  let selling = 0
  let sold = 0
  for (let other = 0; other < table.seriesCount; other++) {
    if (table.skuOfSeries[other] !== table.skuOfSeries[series] || table.storeOfSeries[other] === table.storeOfSeries[series]) continue
    const start = table.seriesStart[other]!
    const same = start + day - table.day[start]!
    if (same < start || same >= table.seriesStart[other + 1]!) continue
    stores++
    const there = sumOf(Math.max(start, same - days + 1), same, (at) => (table.unitsSold[at]! > 0 ? table.unitsSold[at]! : 0))
    if (there > 0) selling++
    sold += there
  }
  return stores === 0 ? null : { stores, selling, sold, days }
}

function correction(table: ExtractTable, start: number, row: number): DayUnits | null {
  const adjusted = table.optional.unitsAdjusted
  if (!adjusted) return null
  const at = lastRow(start, row, (i) => Math.abs(adjusted[i]!) > 0)
  return at === null ? null : on(table, at, adjusted)
}

function count(table: ExtractTable, start: number, row: number): RowFacts['lastCount'] {
  const counted = table.optional.countedUnits
  if (!counted) return null
  const at = lastRow(start, row, (i) => counted[i]! >= 0)
  return at === null ? null : { ...on(table, at, counted), record: table.onHand[at]! }
}

function promotionOf(table: ExtractTable, start: number, row: number): RowFacts['promotion'] {
  const onPromo = table.optional.onPromo
  if (!onPromo) return { on: false, ended: null }
  const now = onPromo[row]! > 0
  const at = now ? null : lastRow(start, row, (i) => onPromo[i]! > 0)
  return { on: now, ended: at === null ? null : table.day[at]! }
}

function priceChange(table: ExtractTable, start: number, row: number): RowFacts['priceChange'] {
  const price = table.optional.price
  const now = price?.[row] ?? NaN
  if (!price || !(now > 0)) return null
  const at = lastRow(start, row, (i) => price[i]! > 0 && price[i] !== now)
  if (at === null) return null
  // Days without a price in between tell nothing: the change is told of the first day at the new one.
  let changed = at + 1
  while (price[changed] !== now) changed++
  return { day: table.day[changed]!, from: price[at]!, to: now }
}
