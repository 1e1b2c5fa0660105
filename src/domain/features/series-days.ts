/** The days of one series, cleaned, with running sums: what the families read. */
import type { SeriesIndex } from '../table/extract-table'
import type { FeatureContext } from './context'
import { knownQuantity } from './known-quantity'
import { unitsReceived } from './receipts'

/**
 * Working memory that is loaded with one series after another. Arrays are longer than the
 * series; only the first `length` (running sums: `length + 1`) entries mean anything.
 * Day i is row `start + i` of the table. A running sum at i is over the days before i, so the
 * sum over days a to b is `sum[b + 1] - sum[a]`; unknown days add nothing.
 */
export class SeriesDays {
  context!: FeatureContext
  series: SeriesIndex = -1
  start = 0
  length = 0

  /** Units; NaN unknown. */
  onHand = new Float64Array(0)
  sold = new Float64Array(0)
  price = new Float64Array(0)
  adjusted = new Float64Array(0)
  /** The file's forecast where it has one for the day, else our own; never NaN. */
  forecast = new Float64Array(0)
  /** Units received, told or inferred (see `unitsReceived`); 0 on the first day if not told. */
  received = new Float64Array(0)
  /** inventory_discrepancy; NaN where one of its parts is unknown. */
  residual = new Float64Array(0)

  soldSum = new Float64Array(0)
  soldSquareSum = new Float64Array(0)
  /** Days with known sales; of these, days without a sale. */
  knownSum = new Float64Array(0)
  quietSum = new Float64Array(0)
  /** Over the days whose on-hand is known, and how many these are. */
  onHandSum = new Float64Array(0)
  onHandSquareSum = new Float64Array(0)
  onHandKnownSum = new Float64Array(0)
  /** On days on sale alone: units expected, units sold, and the forecast. */
  expectedSum = new Float64Array(0)
  openSoldSum = new Float64Array(0)
  openForecastSum = new Float64Array(0)
  openSum = new Float64Array(0)
  receivedSum = new Float64Array(0)

  private grow(length: number): void {
    if (this.onHand.length >= length) return
    const size = Math.max(length, 512, this.onHand.length * 2)
    const days = () => new Float64Array(size)
    const sums = () => new Float64Array(size + 1)
    this.onHand = days()
    this.sold = days()
    this.price = days()
    this.adjusted = days()
    this.forecast = days()
    this.received = days()
    this.residual = days()
    this.soldSum = sums()
    this.soldSquareSum = sums()
    this.knownSum = sums()
    this.quietSum = sums()
    this.onHandSum = sums()
    this.onHandSquareSum = sums()
    this.onHandKnownSum = sums()
    this.expectedSum = sums()
    this.openSoldSum = sums()
    this.openForecastSum = sums()
    this.openSum = sums()
    this.receivedSum = sums()
  }

  load(context: FeatureContext, series: SeriesIndex): void {
    const { table, demand } = context
    const start = table.seriesStart[series]!
    const length = table.seriesStart[series + 1]! - start
    this.context = context
    this.series = series
    this.start = start
    this.length = length
    this.grow(length)
    const { forecastUnits, unitsReceived: told, unitsAdjusted, price } = table.optional
    let before = NaN
    for (let i = 0; i < length; i++) {
      const row = start + i
      const onHand = knownQuantity(table.onHand[row]!)
      const sold = knownQuantity(table.unitsSold[row]!)
      const adjusted = unitsAdjusted ? knownQuantity(unitsAdjusted[row]!) : NaN
      const given = forecastUnits ? knownQuantity(forecastUnits[row]!) : NaN
      const forecast = given === given ? given : demand.ourForecast[row]!
      const received = unitsReceived(told ? knownQuantity(told[row]!) : NaN, onHand, before, sold, adjusted)
      this.onHand[i] = onHand
      this.sold[i] = sold
      this.price[i] = price ? knownQuantity(price[row]!) : NaN
      this.adjusted[i] = adjusted
      this.forecast[i] = forecast
      this.received[i] = received
      this.residual[i] = onHand - (before + received + (adjusted === adjusted ? adjusted : 0) - sold)

      const known = sold === sold
      this.soldSum[i + 1] = this.soldSum[i]! + (known ? sold : 0)
      this.soldSquareSum[i + 1] = this.soldSquareSum[i]! + (known ? sold * sold : 0)
      this.knownSum[i + 1] = this.knownSum[i]! + (known ? 1 : 0)
      this.quietSum[i + 1] = this.quietSum[i]! + (sold <= 0 ? 1 : 0)
      const stock = onHand === onHand
      this.onHandSum[i + 1] = this.onHandSum[i]! + (stock ? onHand : 0)
      this.onHandSquareSum[i + 1] = this.onHandSquareSum[i]! + (stock ? onHand * onHand : 0)
      this.onHandKnownSum[i + 1] = this.onHandKnownSum[i]! + (stock ? 1 : 0)
      const expected = demand.expected[row]!
      const open = expected > 0
      this.expectedSum[i + 1] = this.expectedSum[i]! + expected
      this.openSoldSum[i + 1] = this.openSoldSum[i]! + (open && sold > 0 ? sold : 0)
      this.openForecastSum[i + 1] = this.openForecastSum[i]! + (open && forecast > 0 ? forecast : 0)
      this.openSum[i + 1] = this.openSum[i]! + (open ? 1 : 0)
      this.receivedSum[i + 1] = this.receivedSum[i]! + received
      before = onHand
    }
  }
}

/** First index of the running sums that a window of `days` up to day i begins with. */
export function windowStart(i: number, days: number): number {
  return i >= days ? i + 1 - days : 0
}
