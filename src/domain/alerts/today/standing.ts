import type { FeatureContext } from '../../features/context'
import type { RowIndex, SeriesIndex } from '../../table/extract-table'

/** A store-item as it stands at the close of its store's latest day: what the rules of today's list look at. */
export interface Standing {
  readonly context: FeatureContext
  readonly series: SeriesIndex
  /** The last row of the series. */
  readonly row: RowIndex
}

/** Days that the series holds, the row's included. */
export function historyDays({ context: { table }, series, row }: Standing): number {
  return row - table.seriesStart[series]! + 1
}

/** Days of silence up to the row: since the last sale, or all of them where it never sold in this extract. */
export function silentDays(standing: Standing): number {
  const since = standing.context.demand.daysSinceSale[standing.row]!
  return since < 0 ? historyDays(standing) : since
}

/** How probable a silence like this one is by chance, 0 to 1: under the demand that was held since the last sale; 1 on a day with a sale. */
export function chanceOfSilence({ context: { demand }, row }: Standing): number {
  return Math.exp(demand.logPNegativeBinomial[row]!)
}
