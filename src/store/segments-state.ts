/** Thresholds that segments have of their own: what the user accepted, and the curves that follow from it. */
import { z } from 'zod'
import { isOwnableLabel, labelKey, ownableRespects } from '../domain/segments/segment'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'

export interface SegmentsState {
  /** By model id; a model without an entry has one threshold for all. */
  readonly segmentThresholds: Readonly<Record<string, SegmentThresholds>>
  /** By model id: what the common threshold does while those stand, as the engine last counted it. See `selectJudgedCurve`. */
  readonly judgedCurves: Readonly<Record<string, JudgedCurve>>
}

/** A curve of judged scores, and what it was made of. */
export interface JudgedCurve {
  readonly ground: ThresholdCurve
  readonly segments: SegmentThresholds
  readonly curve: ThresholdCurve
}

export interface SegmentsActions {
  /** Thresholds by segment for a model in place of those that stand; null, or none among them: one threshold for all. Says so, with the way back. */
  readonly setSegments: (model: string, segments: SegmentThresholds | null) => void
}

export const noSegments: SegmentsState = { segmentThresholds: {}, judgedCurves: {} }

const share = z.number().min(0).max(1)
const count = z.number().int().nonnegative()
/** Stores of the largest chains; more is no file of ours. */
const mostSegments = 65_536

/** As files keep them. A label that no segment with a threshold of its own can have is refused, and so is one that stands twice. */
export const writtenSegments: z.ZodType<SegmentThresholds> = z.object({
  by: z.enum(ownableRespects),
  floor: share,
  measuredOn: z.object({ source: z.enum(['extract', 'findings', 'test-worlds']), rows: count }),
  own: z
    .array(
      z.object({
        label: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('name'), name: z.string().min(1).max(500) }),
          z.object({ kind: z.literal('band'), from: z.number().min(0), below: z.number().min(0).nullable() }),
        ]),
        threshold: share,
        positives: count,
        heldOut: z.object({ found: count, alerts: count }),
      }),
    )
    .min(1)
    .max(mostSegments),
}).refine(({ by, own }) => {
  const fits = own.every(({ label }) => isOwnableLabel(label) && (label.kind === 'band') === (by === 'velocity'))
  return fits && new Set(own.map(({ label }) => labelKey(label))).size === own.length
})

export const writtenSegmentsByModel = z.record(z.string().min(1).max(60), writtenSegments)

/** As a browser kept them; a model whose entry is none is left with one threshold for all. */
export function segmentsIn(given: unknown): SegmentsState['segmentThresholds'] {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([model, value]: [string, unknown]) => {
      const read = writtenSegments.safeParse(value)
      return read.success ? [[model, read.data] as const] : []
    }),
  )
}
