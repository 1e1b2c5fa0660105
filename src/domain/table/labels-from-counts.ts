/** Physical counts as labels: what a count says of the record that it met. */
import type { ExtractTable } from './extract-table'

/**
 * One label a row: 1 phantom, 0 not, -1 unknown; null where the file has no counts.
 *
 * A count of day t labels the close of day t - 1, the record that the day's list was made from, and not
 * day t itself: by its close the correction is often booked, so that features of that day would know
 * what the count found. Where that record claims stock (on-hand > 0):
 *
 * - nothing counted and nothing sold that day: the shelf was empty, 1;
 * - more counted and sold than that day's delivery can explain: there was stock, 0;
 * - otherwise the delivery may explain it: unknown.
 *
 * Deliveries are the received units; where the file gives none, the rise of the record over what sales
 * leave, which takes a correction upwards for a delivery and so errs towards unknown. Days that
 * no count follows are unknown, and so are those whose count day has no known sales. A negative count is no count.
 */
export function labelsFromCounts(table: ExtractTable): Int8Array | null {
  const { countedUnits, unitsReceived } = table.optional
  if (!countedUnits) return null
  const labels = new Int8Array(table.rowCount).fill(-1)
  for (let series = 0; series < table.seriesCount; series++) {
    for (let row = table.seriesStart[series]! + 1; row < table.seriesStart[series + 1]!; row++) {
      const counted = countedUnits[row]!
      const before = table.onHand[row - 1]!
      const sold = Math.max(0, table.unitsSold[row]!)
      if (!(counted >= 0) || !(before > 0) || Number.isNaN(sold)) continue
      const received = unitsReceived ? unitsReceived[row]! : NaN
      const delivered = Math.max(0, Number.isNaN(received) ? table.onHand[row]! + sold - before || 0 : received)
      if (counted + sold === 0) labels[row - 1] = 1
      else if (counted + sold > delivered) labels[row - 1] = 0
    }
  }
  return labels
}
