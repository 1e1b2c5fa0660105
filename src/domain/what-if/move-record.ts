/** Another level of the record, with the days before it still leading there. */
import type { ExtractTable, RowIndex } from '../table/extract-table'
import type { RecordMove } from './scenario'

/**
 * Sets the record at close of `last` to `units` (> 0), in place, on a table of one series. The whole
 * difference is there from the latest delivery on, which is that much larger or smaller, so that
 * the record adds up and its shape stays. A delivery that is too small for a lower level is passed
 * over for an earlier one, and where none will do the whole history is moved. Only where that would
 * leave days without stock is the record lowered from as far back as it was never lower than at
 * `last`, and what no delivery there takes up is gone without explanation.
 *
 * @returns what was moved; null where nothing is: the record is so already, or unreadable that day
 */
export function moveRecord(table: ExtractTable, last: RowIndex, units: number): RecordMove | null {
  const { onHand, day, optional } = table
  const by = units - onHand[last]!
  if (Number.isNaN(by) || by === 0) return null
  const found = firstMoved(table, last, by)
  const from = found ?? neverLowerFrom(table, last)
  const told = optional.unitsReceived
  const was = from > 0 && told && told[from]! > 0 ? told[from]! : null
  const takenUp = was ?? (from > 0 && !told ? onHand[from]! - onHand[from - 1]! : 0)
  if (told && was !== null) told[from] = Math.max(0, was + by)
  for (let row = from; row <= last; row++) onHand[row]! += by
  return {
    kind: 'record',
    from: day[from]!,
    to: day[last]!,
    by,
    fromStart: from === 0,
    delivery: was === null ? null : { was, is: Math.max(0, was + by) },
    unexplained: found === null ? Math.max(0, -by - Math.max(0, takenUp)) : 0,
  }
}

/** The latest row from which the record can be moved `by` units up to `last`: a delivery that stays one, else the first day; null where days would be left without stock. */
function firstMoved({ onHand, optional }: ExtractTable, last: RowIndex, by: number): RowIndex | null {
  const told = optional.unitsReceived
  let lowest = Infinity
  for (let row = last; row > 0; row--) {
    if (onHand[row]! < lowest) lowest = onHand[row]!
    if (by < 0 && lowest + by <= 0) return null
    const rise = onHand[row]! - onHand[row - 1]!
    const delivered = told ? told[row]! : rise
    if (rise > 0 && rise + by > 0 && delivered > 0 && delivered + by > 0) return row
  }
  return by < 0 && Math.min(lowest, onHand[0]!) + by <= 0 ? null : 0
}

/** The first row of the days up to `last` on which the record was never below what it is then. */
function neverLowerFrom({ onHand }: ExtractTable, last: RowIndex): RowIndex {
  let from = last
  for (let row = last; row >= 0 && !(onHand[row]! < onHand[last]!); row--) if (!Number.isNaN(onHand[row]!)) from = row
  return from
}
