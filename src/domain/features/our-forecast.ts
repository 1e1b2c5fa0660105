/** The forecast that features and screens use: the file's, and ours where it has none. */
import type { RowIndex } from '../table/extract-table'
import type { FeatureContext } from './context'
import { knownQuantity } from './known-quantity'

/**
 * Our own forecast of a day: units, > 0, from days before it alone. The held rate (which a
 * silence does not lower) x the store's weekday x the chain's promotion uplift.
 */
export function ourForecast(context: FeatureContext, row: RowIndex): number {
  return context.demand.ourForecast[row]!
}

/** Has the file no readable forecast for this row? */
export function isForecastOurs(context: FeatureContext, row: RowIndex): boolean {
  const given = context.table.optional.forecastUnits
  return !given || Number.isNaN(knownQuantity(given[row]!))
}

/** The forecast used: the file's, else ours. Units; never NaN. */
export function forecastUsed(context: FeatureContext, row: RowIndex): number {
  return isForecastOurs(context, row) ? ourForecast(context, row) : context.table.optional.forecastUnits![row]!
}
