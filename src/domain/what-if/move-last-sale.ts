/** The last sale on another day, earlier or later, with a record that still adds up. */
import type { ExtractTable, RowIndex } from '../table/extract-table'
import { moveRecord } from './move-record'
import type { ScenarioFault, SeriesChange } from './scenario'

type Moved = { readonly ok: true; readonly changes: readonly SeriesChange[] } | { readonly ok: false; readonly fault: ScenarioFault }

/**
 * Makes the last sale of a table of one series lie `days` before its last day, in place.
 *
 * A later last sale is added: the item's middle sale (1 unit where it never sold), and the record
 * of the days before is that much higher. For an earlier one all that sold since is taken back:
 * the record stands from then on where it stood after the last sale, nothing comes in meanwhile,
 * and the days before lead there (`moveRecord`). What lies after the old last sale stays.
 *
 * @param days since the last sale; a whole number from 0 to the days before the table's last
 * @param closed whether the store was closed that day
 */
export function moveLastSale(table: ExtractTable, days: number, closed: (row: RowIndex) => boolean): Moved {
  const { unitsSold, onHand, day, rowCount } = table
  const target = rowCount - 1 - days
  const last = lastSale(unitsSold)
  if (target === last) return { ok: true, changes: [] }
  const sellsAnyway = unitsSold[target]! > 0
  if (!sellsAnyway && closed(target)) return refuse('store-closed', 'The whole store was closed that day, so it cannot have sold then.', 'Choose a day more or less.')
  if (target > last) {
    const units = middleSale(unitsSold)
    unitsSold[target] = units
    const record = target > 0 ? moveRecord(table, target - 1, onHand[target - 1]! + units) : null
    return { ok: true, changes: [{ kind: 'sale-added', day: day[target]!, units }, ...(record ? [record] : [])] }
  }
  const level = onHand.subarray(last).find((units) => !Number.isNaN(units)) ?? NaN
  if (!(level > 0)) return refuse('no-stock-then', 'After its last sale the record showed nothing, so an earlier silence would say nothing about it.', 'Choose fewer days.')
  const units = sellsAnyway ? unitsSold[target]! : unitsSold[last]!
  let removed = 0
  for (let row = target; row <= last; row++) {
    if (unitsSold[row]! > 0) {
      if (row > target) removed += unitsSold[row]!
      unitsSold[row] = 0
    }
    onHand[row] = level
    for (const movements of [table.optional.unitsReceived, table.optional.unitsAdjusted]) if (movements && movements[row]! !== 0) movements[row] = 0
  }
  unitsSold[target] = units
  const record = target > 0 ? moveRecord(table, target - 1, level + units) : null
  return { ok: true, changes: [{ kind: 'sales-removed', day: day[target]!, units, to: day[last]!, removed }, ...(record ? [record] : [])] }
}

function refuse(code: ScenarioFault['code'], sentence: string, advice: string): Moved {
  return { ok: false, fault: { code, field: 'daysSinceSale', sentence, advice } }
}

function lastSale(unitsSold: Float64Array): RowIndex {
  let row = unitsSold.length - 1
  while (row >= 0 && !(unitsSold[row]! > 0)) row--
  return row
}

/** Median of the days with a sale, the lower of two; 1 where there is none. */
function middleSale(unitsSold: Float64Array): number {
  const sales = unitsSold.filter((units) => units > 0).sort()
  return sales[(sales.length - 1) >> 1] ?? 1
}
