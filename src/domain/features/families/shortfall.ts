/** Sales that stay below what was to be expected, whether or not they stop. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { windowStart, type SeriesDays } from '../series-days'

const specs = [
  { name: 'shortfall_3', family: 'shortfall', unit: 'units', formula: 'Units expected - units sold, on-sale days of the last 3.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'units below expectation in 3 days' },
  { name: 'shortfall_7', family: 'shortfall', unit: 'units', formula: 'As shortfall_3, over 7 days.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'units below expectation in 7 days' },
  { name: 'shortfall_14', family: 'shortfall', unit: 'units', formula: 'As shortfall_3, over 14 days.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'units below expectation in 14 days' },
  { name: 'shortfall_28', family: 'shortfall', unit: 'units', formula: 'As shortfall_3, over 28 days.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'units below expectation in 28 days' },
  { name: 'sold_vs_expected_7', family: 'shortfall', unit: 'ratio', formula: '(Units sold + 1) / (units expected + 1), on-sale days of the last 7.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'sold against expected in 7 days' },
  { name: 'sold_vs_expected_14', family: 'shortfall', unit: 'ratio', formula: 'As sold_vs_expected_7, over 14 days.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'sold against expected in 14 days' },
  { name: 'sold_vs_expected_28', family: 'shortfall', unit: 'ratio', formula: 'As sold_vs_expected_7, over 28 days.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'sold against expected in 28 days' },
  { name: 'shortfall_z_7', family: 'shortfall', unit: 'sd', formula: '2 (sqrt(sold + 3/8) - sqrt(expected + 3/8)) / sqrt(1 + excess x expected / on-sale days) over the last 7 days: the Anscombe form of a count, near normal, widened by the excess variation.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'sales of 7 days, in standard deviations' },
  { name: 'shortfall_z_14', family: 'shortfall', unit: 'sd', formula: 'As shortfall_z_7, over 14 days.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'sales of 14 days, in standard deviations' },
  { name: 'shortfall_z_28', family: 'shortfall', unit: 'sd', formula: 'As shortfall_z_7, over 28 days.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'sales of 28 days, in standard deviations' },
  { name: 'forecast_shortfall_7', family: 'shortfall', unit: 'units', formula: 'Forecast - units sold, on-sale days of the last 7.', sources: ['forecastUnits', 'unitsSold', 'onHand'], phrase: 'units below forecast in 7 days' },
  { name: 'forecast_shortfall_28', family: 'shortfall', unit: 'units', formula: 'As forecast_shortfall_7, over 28 days.', sources: ['forecastUnits', 'unitsSold', 'onHand'], phrase: 'units below forecast in 28 days' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start, expectedSum, openSoldSum, openForecastSum, openSum } = days
  const { excess } = days.context.demand
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const w3 = windowStart(i, 3)
    const w7 = windowStart(i, 7)
    const w14 = windowStart(i, 14)
    const w28 = windowStart(i, 28)
    const expected = expectedSum[i + 1]!
    const sold = openSoldSum[i + 1]!
    const expected7 = expected - expectedSum[w7]!
    const expected14 = expected - expectedSum[w14]!
    const expected28 = expected - expectedSum[w28]!
    const sold7 = sold - openSoldSum[w7]!
    const sold14 = sold - openSoldSum[w14]!
    const sold28 = sold - openSoldSum[w28]!
    const open = openSum[i + 1]!
    const a = excess[start + i]!
    out[o + c.shortfall_3] = expected - expectedSum[w3]! - (sold - openSoldSum[w3]!)
    out[o + c.shortfall_7] = expected7 - sold7
    out[o + c.shortfall_14] = expected14 - sold14
    out[o + c.shortfall_28] = expected28 - sold28
    out[o + c.sold_vs_expected_7] = (sold7 + 1) / (expected7 + 1)
    out[o + c.sold_vs_expected_14] = (sold14 + 1) / (expected14 + 1)
    out[o + c.sold_vs_expected_28] = (sold28 + 1) / (expected28 + 1)
    out[o + c.shortfall_z_7] = anscombe(sold7, expected7, open - openSum[w7]!, a)
    out[o + c.shortfall_z_14] = anscombe(sold14, expected14, open - openSum[w14]!, a)
    out[o + c.shortfall_z_28] = anscombe(sold28, expected28, open - openSum[w28]!, a)
    const forecast = openForecastSum[i + 1]!
    out[o + c.forecast_shortfall_7] = forecast - openForecastSum[w7]! - sold7
    out[o + c.forecast_shortfall_28] = forecast - openForecastSum[w28]! - sold28
  }
}

/** Signed distance of a count from its expectation in standard deviations; 0 without on-sale days. */
function anscombe(sold: number, expected: number, openDays: number, excess: number): number {
  if (openDays <= 0) return 0
  return (2 * (Math.sqrt(sold + 0.375) - Math.sqrt(expected + 0.375))) / Math.sqrt(1 + (excess * expected) / openDays)
}

export const shortfall: Family = { specs, fill }
