/** The days of one series as rules see them, taken from the features that the models read. */
import type { FeatureBlock } from '../features/feature-block'
import { featureCount, featureNames } from '../features/catalog'
import { windowStart } from '../features/series-days'
import type { EpochDay, ExtractTable, SeriesIndex } from '../table/extract-table'

const columns = {
  sold: featureNames.indexOf('sold_today'),
  salesGap: featureNames.indexOf('sales_gap'),
  onHand: featureNames.indexOf('DailyBOH'),
  pastErrors: featureNames.indexOf('residual_abs_mean_90'),
  othersSelling: featureNames.indexOf('peer_share_selling_7'),
}

/**
 * Working memory that is loaded with one series after another. Arrays are longer than the series; only
 * the first `length` (running sums: `length + 1`) entries mean anything. A running sum at i is over the
 * days before i.
 */
export class RuleDays {
  store = ''
  sku = ''
  firstDay: EpochDay = 0
  length = 0

  /** Units; NaN unknown. */
  sold = new Float64Array(0)
  /** Units that the extract's forecast, or ours where it has none, expects of the day; at least 0, and 0 where sales are unknown. */
  forecast = new Float64Array(0)
  /** Recorded on-hand, units; NaN unreadable. */
  onHand = new Float64Array(0)
  /** Mean absolute ledger residual of 90 days, units; NaN unknown. */
  pastErrors = new Float64Array(0)
  /** Share of the other stores with the SKU that sold it within 7 days; NaN without such stores. */
  othersSelling = new Float64Array(0)
  /** Days since the last sale, 0 on a day of one; counted from the first day seen where there was none. */
  silentDays = new Float64Array(0)

  soldSum = new Float64Array(0)
  /** Days with a sale. */
  sellingSum = new Float64Array(0)

  /** Loads a series of the block. */
  load(table: ExtractTable, { fromRow, values }: FeatureBlock, series: SeriesIndex): void {
    const start = table.seriesStart[series]!
    const length = table.seriesStart[series + 1]! - start
    this.store = table.stores[table.storeOfSeries[series]!]!
    this.sku = table.skus[table.skuOfSeries[series]!]!
    this.firstDay = table.day[start]!
    this.length = length
    this.grow(length)
    let silent = 0
    for (let i = 0, o = (start - fromRow) * featureCount; i < length; i++, o += featureCount) {
      const sold = values[o + columns.sold]!
      const forecast = values[o + columns.salesGap]! + sold
      const selling = sold > 0
      silent = selling ? 0 : silent + 1
      this.sold[i] = sold
      this.forecast[i] = forecast > 0 ? forecast : 0
      this.onHand[i] = values[o + columns.onHand]!
      this.pastErrors[i] = values[o + columns.pastErrors]!
      this.othersSelling[i] = values[o + columns.othersSelling]!
      this.silentDays[i] = silent
      this.soldSum[i + 1] = this.soldSum[i]! + (sold === sold ? sold : 0)
      this.sellingSum[i + 1] = this.sellingSum[i]! + (selling ? 1 : 0)
    }
  }

  /** Mean units a day over the 28 days up to day i; a day that is unknown or before the first counts as one without sales. */
  meanSold28(i: number): number {
    return (this.soldSum[i + 1]! - this.soldSum[windowStart(i, 28)]!) / 28
  }

  private grow(length: number): void {
    if (this.sold.length >= length) return
    const size = Math.max(length, 512, this.sold.length * 2)
    const days = () => new Float64Array(size)
    this.sold = days()
    this.forecast = days()
    this.onHand = days()
    this.pastErrors = days()
    this.othersSelling = days()
    this.silentDays = days()
    this.soldSum = new Float64Array(size + 1)
    this.sellingSum = new Float64Array(size + 1)
  }
}
