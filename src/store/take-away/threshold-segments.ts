/** The optional field `segment_thresholds` of a `threshold.json`. Its formats: CHANGELOG.md. */
import { z } from 'zod'
import type { OwnThreshold, SegmentThresholds } from '../../domain/segments/segment-thresholds'
import { writtenSegments } from '../segments-state'
import { damagedSegments, segmentsTooNew, type Taken } from './take-away-faults'

export const segmentsVersion = 1

/** What all thresholds together gave where they were saved. */
interface Together {
  readonly source: string
  readonly precision: number | null
  readonly recall: number | null
}

/**
 * As the file holds them, in the words of the rest of the file. `together` is counted on rows among which may be
 * those that the thresholds were set by; `held_out` of each segment is not.
 */
export function segmentsWritten({ by, floor, measuredOn, own }: SegmentThresholds, together: Together | null) {
  return {
    format_version: segmentsVersion,
    by,
    precision_floor: floor,
    picked_on: measuredOn,
    ...(together ? { together } : {}),
    segments: own.map(({ label, threshold, positives, heldOut }) => ({ ...labelWritten(label), threshold, positives, held_out: heldOut })),
  }
}

function labelWritten(label: OwnThreshold['label']) {
  return label.kind === 'name' ? { name: label.name } : { units_a_day_from: label.from, units_a_day_below: label.below }
}

const head = z.object({ format_version: z.number().int() })
const segment = z.object({
  name: z.string().optional(),
  units_a_day_from: z.number().optional(),
  units_a_day_below: z.number().nullable().optional(),
  threshold: z.number(),
  positives: z.number(),
  held_out: z.object({ found: z.number(), alerts: z.number() }),
})
const body = z.object({ by: z.string(), precision_floor: z.number(), picked_on: z.unknown(), segments: z.array(segment) })

/** Refused whole where it departs from its format: half of the thresholds would alert as nobody decided. */
export function readSegments(given: unknown): Taken<SegmentThresholds> {
  const version = head.safeParse(given)
  if (!version.success) return { ok: false, fault: damagedSegments }
  if (version.data.format_version > segmentsVersion) return { ok: false, fault: segmentsTooNew(version.data.format_version, segmentsVersion) }
  const read = body.safeParse(given)
  if (!read.success) return { ok: false, fault: damagedSegments }
  const { by, precision_floor: floor, picked_on: measuredOn, segments } = read.data
  const own = segments.map(({ name, units_a_day_from: from, units_a_day_below: below, threshold, positives, held_out: heldOut }) => ({
    label: name === undefined ? { kind: 'band', from, below } : { kind: 'name', name },
    threshold,
    positives,
    heldOut,
  }))
  const checked = writtenSegments.safeParse({ by, floor, measuredOn, own })
  return checked.success ? { ok: true, value: checked.data } : { ok: false, fault: damagedSegments }
}
