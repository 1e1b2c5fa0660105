/** Thresholds by segment, as they were accepted. A segment without one follows the common threshold. */
import { bandOf, bands, labelKey, velocityFrom, type OwnableLabel, type OwnableRespect, type SegmentLabel } from './segment'

export interface SegmentThresholds {
  readonly by: OwnableRespect
  /** The precision that each had to hold where it was set, 0 to 1. */
  readonly floor: number
  /** The rows that they were set by: where their truth came from, and how many there were. */
  readonly measuredOn: { readonly source: 'extract' | 'findings' | 'test-worlds'; readonly rows: number }
  /** One a segment; every label once. */
  readonly own: readonly OwnThreshold[]
}

export interface OwnThreshold {
  readonly label: OwnableLabel
  /** 0 to 1. */
  readonly threshold: number
  /** Phantom rows of the segment where it was set. */
  readonly positives: number
  /**
   * What it found and raised on store-items that it was not set by: those of the segment were halved, the
   * threshold was set on each half and counted on the other.
   */
  readonly heldOut: { readonly found: number; readonly alerts: number }
}

/** What a row must tell for its segment to be known. */
export interface Placed {
  readonly store: string
  /** null: none is told. */
  readonly category: string | null
  readonly department: string | null
  /** Units to expect on a usual day; NaN where no rate is known. */
  readonly unitsPerDay: number
}

const velocityBands = bands(velocityFrom)

/** The velocity band of a rate. Rates are compared as float32, which is how rows that are measured hold them. */
export function velocityLabel(unitsPerDay: number): SegmentLabel {
  return velocityBands[bandOf(velocityFrom, Math.fround(unitsPerDay))]!
}

/** The segment of a row in the respect by which it has thresholds. */
export function segmentOf(by: OwnableRespect, row: Placed): SegmentLabel {
  return by === 'velocity' ? velocityLabel(row.unitsPerDay) : { kind: 'name', name: row[by] ?? '' }
}

/** Asked for every row that is drawn, of stores that may be thousands. */
const known = new WeakMap<SegmentThresholds, ReadonlyMap<string, OwnThreshold>>()

/** The own threshold of a row's segment; null where it follows the common one. */
export function ownThresholdOf(segments: SegmentThresholds | null, row: Placed): OwnThreshold | null {
  if (!segments) return null
  const byKey = known.get(segments) ?? new Map(segments.own.map((own) => [labelKey(own.label), own]))
  known.set(segments, byKey)
  return byKey.get(labelKey(segmentOf(segments.by, row))) ?? null
}

/** By segment key the own threshold as scores are compared with it, a float32. */
export function cutsByKey({ own }: SegmentThresholds): ReadonlyMap<string, number> {
  return new Map(own.map(({ label, threshold }) => [labelKey(label), Math.fround(threshold)]))
}
