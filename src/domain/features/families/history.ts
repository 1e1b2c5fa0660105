/** How much there is to judge by. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { knownQuantity } from '../known-quantity'
import { windowStart, type SeriesDays } from '../series-days'

const specs = [
  { name: 'history_days', family: 'history', unit: 'days', formula: 'Days of the series so far, this one included.', sources: ['day'], phrase: 'days of history' },
  { name: 'observed_share_28', family: 'history', unit: 'share', formula: 'Share of the last 28 days (fewer at the start) with known sales.', sources: ['unitsSold'], phrase: 'share of 28 days with known sales' },
  { name: 'ever_sold', family: 'history', unit: 'flag', formula: '1 once it has sold in this extract.', sources: ['unitsSold'], phrase: 'has sold in this extract' },
  { name: 'days_since_first_sale', family: 'history', unit: 'days', formula: 'Days since the first sale in this extract; NaN before it.', sources: ['unitsSold'], phrase: 'days since its first sale' },
  { name: 'has_forecast', family: 'history', unit: 'flag', formula: '1 where the file has a forecast for the day, 0 where ours stands in.', sources: ['forecastUnits'], phrase: 'forecast in the file' },
  { name: 'store_items', family: 'history', unit: 'items', formula: 'Items of the store with a row that day.', sources: ['store', 'day'], phrase: 'items of the store in the extract' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { context, series, length, start, sold, knownSum } = days
  const { forecastUnits } = context.table.optional
  const { items } = context.storeDays
  const inStore = context.store.slots.firstSlotOfSeries[series]!
  let firstSale = NaN
  for (let i = 0, o = at; i < length; i++, o += stride) {
    if (sold[i]! > 0 && firstSale !== firstSale) firstSale = i
    const w = windowStart(i, 28)
    out[o + c.history_days] = i + 1
    out[o + c.observed_share_28] = (knownSum[i + 1]! - knownSum[w]!) / (i + 1 - w)
    out[o + c.ever_sold] = firstSale === firstSale ? 1 : 0
    out[o + c.days_since_first_sale] = i - firstSale
    const given = forecastUnits ? knownQuantity(forecastUnits[start + i]!) : NaN
    out[o + c.has_forecast] = given === given ? 1 : 0
    out[o + c.store_items] = items[inStore + i]!
  }
}

export const history: Family = { specs, fill }
