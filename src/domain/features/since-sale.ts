/** How long a store-item has been silent, and what that cost. */
import type { RowIndex } from '../table/extract-table'
import type { FeatureContext } from './context'

/** Days from the last sale in this extract to the row's day, 0 on a day with a sale; null where it has not sold. */
export function daysSinceSale(context: FeatureContext, row: RowIndex): number | null {
  const days = context.demand.daysSinceSale[row]!
  return days < 0 ? null : days
}

/**
 * Units expected and not sold since the last sale, >= 0: only days on which the record shows
 * stock, sales are known and the store was open. From the first day where it has not sold.
 */
export function expectedUnitsSinceSale(context: FeatureContext, row: RowIndex): number {
  return context.demand.expectedSinceSale[row]!
}
