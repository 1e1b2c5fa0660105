/** Measured rows apart by one respect: which part each row belongs to. */
import { bandOf, bands, historyFrom, segmentRespects, velocityFrom, type SegmentLabel, type SegmentRespect } from '../segments/segment'
import type { MeasuredRows } from './measured-rows'

export interface SegmentSplit {
  readonly labels: readonly SegmentLabel[]
  /** One a row: index into `labels`. */
  readonly code: Uint16Array
}

/** The respects in which these rows differ in what is known of them. */
export function respectsOf({ groups }: MeasuredRows): readonly SegmentRespect[] {
  return segmentRespects.filter((by) => (by !== 'store' && by !== 'category' && by !== 'department') || groups.has(by))
}

/** Null where the rows do not have what they should be split by. */
export function splitRows(rows: MeasuredRows, by: SegmentRespect): SegmentSplit | null {
  switch (by) {
    case 'velocity':
      return split(bands(velocityFrom), Uint16Array.from(rows.unitsADay, (units) => bandOf(velocityFrom, units)))
    case 'history':
      return split(bands(historyFrom), Uint16Array.from(rows.daysSeen, (days) => bandOf(historyFrom, days)))
    case 'weekday':
      // 1970-01-01 was a Thursday.
      return split(Array.from({ length: 7 }, (_, weekday) => ({ kind: 'weekday', weekday })), Uint16Array.from(rows.day, (day) => (((day + 3) % 7) + 7) % 7))
    case 'store':
    case 'category':
    case 'department': {
      const group = rows.groups.get(by)
      return group ? split(group.names.map((name) => ({ kind: 'name', name })), group.code) : null
    }
  }
}

const split = (labels: readonly SegmentLabel[], code: Uint16Array): SegmentSplit => ({ labels, code })
