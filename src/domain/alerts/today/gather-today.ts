/** From the table and its features to the facts that today's list is made from. */
import type { FeatureContext } from '../../features/context'
import { latestRows } from '../../scoring/latest-rows'
import { isCandidate, isScored, type ExtractTable } from '../../table/extract-table'
import { seriesOfRow } from '../alert-source'
import { countsAreTold, isCountedLately } from './counted-lately'
import { unitsSoldWithoutStock } from './ghost'
import { isNotReordered } from './not-reordered'
import { isDisplayGone, isForecastGone } from './planned-end'
import { placesOf } from './place'
import { isSlowSeller } from './slow-seller'
import type { Standing } from './standing'
import { isStoppedElsewhere, stoppedStores } from './stopped-elsewhere'
import { isSilentWithItsStore, storeTrading } from './store-trading'
import { ruleReasons, type GhostFact, type TodayFacts } from './today-facts'
import type { RuleReason } from './hold-reason'

/** One pass over the latest rows, and a few over the table; proportional to rows. */
export function gatherToday(context: FeatureContext): TodayFacts {
  const { table, demand } = context
  const latest = latestRows(table)
  const dayOfStore = latestDays(table)
  const { places, placeOfSeries } = placesOf(table)
  const rules = rulesOf(context, dayOfStore)
  const price = table.optional.price

  const rows = new Uint32Array(latest.length)
  const seriesOf = new Int32Array(latest.length)
  const ghosts: GhostFact[] = []
  let count = 0
  for (const row of latest) {
    const series = seriesOfRow(table, row)
    if (isScored(table, row)) {
      rows[count] = row
      seriesOf[count++] = series
    } else {
      const units = unitsSoldWithoutStock({ context, series, row })
      if (units > 0) ghosts.push({ row, store: table.stores[table.storeOfSeries[series]!]!, units })
    }
  }
  const series = seriesOf.subarray(0, count)
  return {
    stores: table.stores,
    skus: table.skus,
    dayOfStore: [...dayOfStore],
    places,
    placed: {
      department: table.text.department !== null,
      aisle: table.text.aisle !== null,
      bin: table.text.bin !== null,
      category: table.text.category !== null,
    },
    rows: rows.slice(0, count),
    store: Int32Array.from(series, (s) => table.storeOfSeries[s]!),
    sku: Int32Array.from(series, (s) => table.skuOfSeries[s]!),
    place: Int32Array.from(series, (s) => placeOfSeries[s]!),
    unitsPerDay: Float32Array.from(rows.subarray(0, count), (row) => demand.rate[row]!),
    price: price && Float32Array.from(rows.subarray(0, count), (row) => (price[row]! > 0 ? price[row]! : NaN)),
    candidate: Uint8Array.from(series, (s, i) => (isCandidate(table, s, rows[i]!) ? 1 : 0)),
    label: statedLabels(table, rows.subarray(0, count)),
    hold: Int8Array.from(series, (s, i) => {
      const standing = { context, series: s, row: rows[i]! }
      return ruleReasons.findIndex((reason) => rules[reason](standing))
    }),
    countsTold: countsAreTold(table),
    ghosts: ghosts.sort((a, b) => b.units - a.units || a.row - b.row),
  }
}

/** The label column's word on these rows; null where it has none. */
function statedLabels({ phantom }: ExtractTable, rows: Uint32Array): Int8Array | null {
  if (!phantom) return null
  const labels = Int8Array.from(rows, (row) => (phantom[row] === 0 || phantom[row] === 1 ? phantom[row] : -1))
  return labels.some((label) => label !== -1) ? labels : null
}

/** Each rule, with what it needs of the whole extract made once. */
function rulesOf(context: FeatureContext, dayOfStore: Int32Array): Readonly<Record<RuleReason, (standing: Standing) => boolean>> {
  const { table } = context
  const countsTold = countsAreTold(table) === true
  const elsewhere = stoppedStores(context, dayOfStore)
  const trading = storeTrading(context)
  return {
    'counted-lately': (standing) => countsTold && isCountedLately(standing),
    'new-item': ({ series, row }) => !isCandidate(table, series, row),
    'stopped-elsewhere': ({ series }) => isStoppedElsewhere(context, series, elsewhere),
    'forecast-gone': isForecastGone,
    'display-gone': isDisplayGone,
    'not-reordered': isNotReordered,
    'closed-days': (standing) => isSilentWithItsStore(standing, trading),
    'slow-seller': isSlowSeller,
  }
}

/** Per store the last day on which it has a row. */
function latestDays(table: ExtractTable): Int32Array {
  const latest = new Int32Array(table.stores.length)
  for (let series = 0; series < table.seriesCount; series++) {
    const store = table.storeOfSeries[series]!
    latest[store] = Math.max(latest[store]!, table.day[table.seriesStart[series + 1]! - 1]!)
  }
  return latest
}
