import { knownQuantity } from '../../features/known-quantity'
import type { ExtractTable } from '../../table/extract-table'
import type { Standing } from './standing'

/** Days for which a count settles what is on the shelf, the day of the count included. */
export const countHolds = 7
/** A column with a figure on more than this share of rows is no record of counts. */
const mostCountedRows = 0.5

/**
 * Does the extract tell counts? Null where it has no such column; false where nearly every row has
 * a figure, as where a system writes 0 for "not counted": then nothing can be concluded from it.
 */
export function countsAreTold({ optional: { countedUnits }, rowCount }: ExtractTable): boolean | null {
  if (!countedUnits) return null
  let known = 0
  for (let row = 0; row < rowCount; row++) if (knownQuantity(countedUnits[row]!) >= 0) known++
  return known <= mostCountedRows * rowCount
}

/** Was the item counted on one of the last `countHolds` days? To be asked only where `countsAreTold`. */
export function isCountedLately({ context: { table }, series, row }: Standing): boolean {
  const counted = table.optional.countedUnits
  if (!counted) return false
  const from = Math.max(table.seriesStart[series]!, row - countHolds + 1)
  for (let day = from; day <= row; day++) if (knownQuantity(counted[day]!) >= 0) return true
  return false
}
