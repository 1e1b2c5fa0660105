/** Day by day storage for groups of series (a store, a SKU, a category in a store). */
import type { ExtractTable, SeriesIndex } from '../table/extract-table'

/**
 * One slot for each day on which a group has at least one row. Slots of a group are
 * consecutive and rise by day, so the store for all groups never exceeds the number of rows,
 * however many groups there are and however far apart their days lie.
 */
export interface DaySlots {
  readonly slotCount: number
  /** Per slot: epoch day. */
  readonly day: Int32Array
  /** Per slot: first slot of the unbroken run of days that it stands in. */
  readonly runStart: Int32Array
  /** Length groupCount + 1: group g owns slots groupStart[g] up to groupStart[g + 1]. */
  readonly groupStart: Int32Array
  /**
   * Per series: the slot of its first row; the row i days later has the slot i further on.
   * -1 where the series has no group, or its group has fewer series than asked for.
   */
  readonly firstSlotOfSeries: Int32Array
}

/**
 * Lays out the slots. `groupOfSeries` gives -1 for a series without a group; groups with fewer
 * than `fewestSeries` series get no slots (a SKU in one store has no peers to remember).
 * Cost: a sort of the series by group and first day, then one pass.
 */
export function buildDaySlots(table: ExtractTable, groupOfSeries: Int32Array, groupCount: number, fewestSeries: number): DaySlots {
  const { seriesCount, seriesStart, day } = table
  const members = new Int32Array(groupCount)
  for (let s = 0; s < seriesCount; s++) if (groupOfSeries[s]! >= 0) members[groupOfSeries[s]!]!++

  const firstDay = (series: SeriesIndex) => day[seriesStart[series]!]!
  const order = new Int32Array(seriesCount)
  let kept = 0
  for (let s = 0; s < seriesCount; s++) {
    const group = groupOfSeries[s]!
    if (group >= 0 && members[group]! >= fewestSeries && seriesStart[s + 1]! > seriesStart[s]!) order[kept++] = s
  }
  const byGroupAndDay = order.subarray(0, kept)
  byGroupAndDay.sort((a, b) => groupOfSeries[a]! - groupOfSeries[b]! || firstDay(a) - firstDay(b) || a - b)

  const groupStart = new Int32Array(groupCount + 1)
  const firstSlotOfSeries = new Int32Array(seriesCount).fill(-1)
  const slotDay = new Int32Array(table.rowCount)
  const runStart = new Int32Array(table.rowCount)
  let slots = 0
  let group = -1
  let runFirstSlot = 0
  let runNextDay = 0
  for (let k = 0; k < kept; k++) {
    const s = byGroupAndDay[k]!
    const first = firstDay(s)
    const last = first + (seriesStart[s + 1]! - seriesStart[s]!) - 1
    const newGroup = groupOfSeries[s]! !== group
    if (newGroup) {
      for (let g = group + 1; g <= groupOfSeries[s]!; g++) groupStart[g] = slots
      group = groupOfSeries[s]!
    }
    if (newGroup || first > runNextDay) {
      runFirstSlot = slots
      runNextDay = first
    }
    for (; runNextDay <= last; runNextDay++) {
      slotDay[slots] = runNextDay
      runStart[slots] = runFirstSlot
      slots++
    }
    firstSlotOfSeries[s] = runFirstSlot + (first - slotDay[runFirstSlot]!)
  }
  for (let g = group + 1; g <= groupCount; g++) groupStart[g] = slots

  return { slotCount: slots, day: slotDay.slice(0, slots), runStart: runStart.slice(0, slots), groupStart, firstSlotOfSeries }
}
