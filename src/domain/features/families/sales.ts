/** What has sold, what was forecast, and how long nothing has. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { windowStart, type SeriesDays } from '../series-days'

const specs = [
  { name: 'sold_today', family: 'sales', unit: 'units', formula: 'Units sold on the day; NaN where unknown.', sources: ['unitsSold'], phrase: 'units sold that day' },
  { name: 'mean_sold_7', family: 'sales', unit: 'units/day', formula: 'Mean units sold over the last 7 days, days with known sales only.', sources: ['unitsSold'], phrase: 'mean daily sales of 7 days' },
  { name: 'mean_sold_28', family: 'sales', unit: 'units/day', formula: 'As mean_sold_7, over 28 days.', sources: ['unitsSold'], phrase: 'mean daily sales of 28 days' },
  { name: 'mean_sold_90', family: 'sales', unit: 'units/day', formula: 'As mean_sold_7, over 90 days.', sources: ['unitsSold'], phrase: 'mean daily sales of 90 days' },
  { name: 'sd_sold_28', family: 'sales', unit: 'units/day', formula: 'Standard deviation (population) of units sold over the last 28 days.', sources: ['unitsSold'], phrase: 'spread of daily sales in 28 days' },
  { name: 'zero_share_28', family: 'sales', unit: 'share', formula: 'Share of the last 28 days, known sales only, without a sale.', sources: ['unitsSold'], phrase: 'share of 28 days without a sale' },
  { name: 'zero_share_90', family: 'sales', unit: 'share', formula: 'As zero_share_28, over 90 days.', sources: ['unitsSold'], phrase: 'share of 90 days without a sale' },
  { name: 'days_since_sale', family: 'sales', unit: 'days', formula: 'Days since the last day with units sold > 0; NaN if it has not sold in this extract.', sources: ['unitsSold'], phrase: 'days since the last sale' },
  { name: 'open_days_since_sale', family: 'sales', unit: 'days', formula: 'Days since the last sale on which the item was on sale: sales known, on-hand > 0, store not closed. Counted from the first day if it never sold.', sources: ['unitsSold', 'onHand', 'store'], phrase: 'days on sale without a sale' },
  { name: 'sales_gap', family: 'sales', unit: 'units', formula: 'Forecast of the day - units sold. Our own forecast where the file has none.', sources: ['forecastUnits', 'unitsSold'], phrase: 'forecast not sold that day' },
  { name: 'forecast_gap', family: 'sales', unit: 'units/day', formula: 'Forecast of the day - mean units sold a day over the last 28 days.', sources: ['forecastUnits', 'unitsSold'], phrase: 'forecast above the sales of 28 days' },
  { name: 'forecast_ratio', family: 'sales', unit: 'log', formula: 'log((mean_sold_28 + .05) / (mean forecast of the on-sale days of the last 28 + .05)); NaN without such days.', sources: ['forecastUnits', 'unitsSold', 'onHand'], phrase: 'sales against forecast in 28 days' },
  { name: 'low_forecast_days_7', family: 'sales', unit: 'days', formula: 'On-sale days of the last 7 on which less than .3 of the forecast sold.', sources: ['forecastUnits', 'unitsSold', 'onHand'], phrase: 'days of 7 far below forecast' },
  { name: 'longest_past_zero_run', family: 'sales', unit: 'days', formula: 'Longest run of on-sale days without a sale that a sale has ended; NaN before the first sale.', sources: ['unitsSold', 'onHand', 'store'], phrase: 'longest earlier silence' },
  { name: 'zero_run_vs_past', family: 'sales', unit: 'ratio', formula: 'open_days_since_sale / max(1, longest_past_zero_run); NaN before the first sale.', sources: ['unitsSold', 'onHand', 'store'], phrase: 'this silence against the longest earlier one' },
  { name: 'mean_sale_interval', family: 'sales', unit: 'days', formula: 'Days from the first to the last sale day / (sale days - 1); NaN with fewer than 2 sale days.', sources: ['unitsSold'], phrase: 'usual days between sales' },
  { name: 'silence_vs_interval', family: 'sales', unit: 'ratio', formula: 'days_since_sale / mean_sale_interval.', sources: ['unitsSold'], phrase: 'silence against the usual days between sales' },
  { name: 'velocity_change', family: 'sales', unit: 'log', formula: 'log((mean sold of the last 28 days + .05) / (mean sold of the 84 days that ended 56 days ago + .05)); NaN without known days there.', sources: ['unitsSold'], phrase: 'sales of 4 weeks against weeks 8 to 20' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start, sold, forecast, soldSum, soldSquareSum, knownSum, quietSum, openForecastSum, openSum } = days
  const { daysSinceSale, openDaysSinceSale, expected } = days.context.demand
  let longest = NaN
  let saleDays = 0
  let firstSale = 0
  let lastSale = 0
  let low = 0
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const row = start + i
    const today = sold[i]!
    const end = i + 1
    const w7 = windowStart(i, 7)
    const w28 = windowStart(i, 28)
    const w90 = windowStart(i, 90)
    const known28 = knownSum[end]! - knownSum[w28]!
    const known90 = knownSum[end]! - knownSum[w90]!
    const mean28 = (soldSum[end]! - soldSum[w28]!) / known28
    const variance = (soldSquareSum[end]! - soldSquareSum[w28]!) / known28 - mean28 * mean28
    out[o + c.sold_today] = today
    out[o + c.mean_sold_7] = (soldSum[end]! - soldSum[w7]!) / (knownSum[end]! - knownSum[w7]!)
    out[o + c.mean_sold_28] = mean28
    out[o + c.mean_sold_90] = (soldSum[end]! - soldSum[w90]!) / known90
    out[o + c.sd_sold_28] = known28 > 0 ? Math.sqrt(variance > 0 ? variance : 0) : NaN
    out[o + c.zero_share_28] = (quietSum[end]! - quietSum[w28]!) / known28
    out[o + c.zero_share_90] = (quietSum[end]! - quietSum[w90]!) / known90

    if (today > 0) {
      const run = i > 0 ? openDaysSinceSale[row - 1]! : 0
      if (saleDays === 0) firstSale = i
      if (!(longest >= run)) longest = run
      saleDays++
      lastSale = i
    }
    const silence = daysSinceSale[row]! >= 0 ? daysSinceSale[row]! : NaN
    const openSilence = openDaysSinceSale[row]!
    const interval = saleDays > 1 ? (lastSale - firstSale) / (saleDays - 1) : NaN
    out[o + c.days_since_sale] = silence
    out[o + c.open_days_since_sale] = openSilence
    out[o + c.longest_past_zero_run] = longest
    out[o + c.zero_run_vs_past] = openSilence / (longest > 1 ? longest : longest === longest ? 1 : NaN)
    out[o + c.mean_sale_interval] = interval
    out[o + c.silence_vs_interval] = silence / interval

    out[o + c.sales_gap] = forecast[i]! - today
    out[o + c.forecast_gap] = forecast[i]! - mean28
    const open = openSum[end]! - openSum[w28]!
    out[o + c.forecast_ratio] = open > 0 ? Math.log((positive(mean28) + 0.05) / ((openForecastSum[end]! - openForecastSum[w28]!) / open + 0.05)) : NaN
    if (isLow(expected[row]!, today, forecast[i]!)) low++
    if (i >= 7 && isLow(expected[row - 7]!, sold[i - 7]!, forecast[i - 7]!)) low--
    out[o + c.low_forecast_days_7] = low

    if (i >= 56) {
      const past = windowStart(i, 140)
      const knownPast = knownSum[i - 55]! - knownSum[past]!
      out[o + c.velocity_change] = Math.log((positive(mean28) + 0.05) / (positive((soldSum[i - 55]! - soldSum[past]!) / knownPast) + 0.05))
    } else out[o + c.velocity_change] = NaN
  }
}

/** At least 0; NaN stays. */
function positive(value: number): number {
  return value < 0 ? 0 : value
}

function isLow(expected: number, sold: number, forecast: number): boolean {
  return expected > 0 && forecast > 0 && sold < 0.3 * forecast
}

export const sales: Family = { specs, fill }
