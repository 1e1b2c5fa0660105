/** Rows apart by one respect: which part each row belongs to. */
import type { MeasuredRows } from './measured-rows'

/** `store`, `category` and `department` as the file names them; the others are bands of what every row has. */
export const segmentRespects = ['store', 'category', 'department', 'velocity', 'weekday', 'history'] as const
export type SegmentRespect = (typeof segmentRespects)[number]

/** What the rows of a segment have in common. */
export type SegmentLabel =
  /** '': rows without a name. */
  | { readonly kind: 'name'; readonly name: string }
  /** Units expected a day (velocity) or days seen (history) from `from` to below `below`; null: without end. */
  | { readonly kind: 'band'; readonly from: number; readonly below: number | null }
  /** 0 Monday to 6 Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Nothing is known of it. */
  | { readonly kind: 'unknown' }

export interface SegmentSplit {
  readonly labels: readonly SegmentLabel[]
  /** One a row: index into `labels`. */
  readonly code: Uint16Array
}

/** Lower bounds of the bands; those of the training's report are the same. */
const velocityFrom = [0, 0.1, 0.3, 1, 3] as const
const historyFrom = [28, 60, 120, 240] as const

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

/** The bands, and last what is in none. */
function bands(from: readonly number[]): readonly SegmentLabel[] {
  return [...from.map((lower, band) => ({ kind: 'band' as const, from: lower, below: from[band + 1] ?? null })), { kind: 'unknown' }]
}

function bandOf(from: readonly number[], value: number): number {
  const band = from.findLastIndex((lower) => value >= lower)
  return band < 0 ? from.length : band
}
