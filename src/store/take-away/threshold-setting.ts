/** A threshold as `threshold.json`, the form that model folders have: written from the setting in hand, and read back. */
import { z } from 'zod'
import { precision, recall } from '../../domain/metrics/confusion-measures'
import { countsAt } from '../../domain/metrics/counts-at'
import type { SegmentThresholds } from '../../domain/segments/segment-thresholds'
import type { AppState } from '../app-state'
import { selectCurve } from '../bench-selectors'
import { pickedGoal, selectPickedFor, type PickedGoal } from '../picked-for-state'
import { selectJudgedCurve } from '../segments-selectors'
import { selectSegments, selectThreshold, selectUsableModels } from '../selectors'
import { readSegments, segmentsWritten } from './threshold-segments'
import { notAThreshold, type Taken } from './take-away-faults'

/**
 * The chosen model's threshold in use. A threshold that shipped is written as it came; one that was set
 * says what it was picked for and measured on, so that the file can stand in the model's folder. One that was not
 * picked for a precision has a floor of 0, which promises nothing.
 */
export function thresholdFileText(state: AppState): string {
  const { model } = state
  const shipped = selectUsableModels(state).find(({ id }) => id === model)?.threshold
  const threshold = selectThreshold(state, model)
  const picked = selectPickedFor(state, model)
  const floor = picked?.goal === 'precision' ? picked.at_least : null
  const content =
    shipped && state.thresholds[model] === undefined
      ? { ...shipped, model }
      : { precision_floor_threshold: threshold, precision_floor: floor ?? 0, model, picked_for: picked ?? pickedForUnknown, ...measuredNotes(state, threshold, floor) }
  const segments = selectSegments(state, model)
  return `${JSON.stringify(segments ? { ...content, segment_thresholds: segmentsWritten(segments, togetherNotes(state, threshold)) } : content, null, 2)}\n`
}

/** Set by hand, or kept from before: nobody said what for. */
const pickedForUnknown = { goal: 'unknown' } as const

/** What all thresholds together give on the rows that the screen measures by; null where there are none, or they are still being counted. */
function togetherNotes(state: AppState, threshold: number) {
  const measured = selectJudgedCurve(state, state.model)
  if (!measured) return null
  const counts = countsAt(measured.curve, threshold)
  return { source: measured.source, precision: known(precision(counts)), recall: known(recall(counts)) }
}

/** JSON has no number for what is not defined. */
const known = (share: number) => (Number.isNaN(share) ? null : share)

/** What the common threshold gives, were it for all, on the rows that the screen measures by; nothing where there are none. */
function measuredNotes(state: AppState, threshold: number, floor: number | null): object {
  const measured = selectCurve(state, state.model)
  if (!measured) return {}
  const { curve, source } = measured
  const counts = countsAt(curve, threshold)
  return {
    ...(floor === null ? {} : { floor_reached: precision(counts) >= floor }),
    picked_on: {
      source,
      candidates: curve.positives + curve.negatives,
      positives: curve.positives,
      precision: known(precision(counts)),
      recall: known(recall(counts)),
    },
  }
}

/** What of a `threshold.json` concerns the setting. */
export interface ReadThreshold {
  readonly threshold: number
  /** Null: one threshold for all. */
  readonly segments: SegmentThresholds | null
  /** Id of the model that it was saved for; null where the file does not say, as in other projects' files. */
  readonly model: string | null
  /** Null where the file does not say, or in words that we do not know: it is no part of how the model alerts. */
  readonly pickedFor: PickedGoal | null
}

const schema = z.object({ precision_floor_threshold: z.number().min(0).max(1), model: z.string().optional(), segment_thresholds: z.unknown().optional(), picked_for: z.unknown().optional() })

export function readThresholdFile(text: string): Taken<ReadThreshold> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, fault: notAThreshold('it is not readable JSON') }
  }
  const read = schema.safeParse(json)
  if (read.success) {
    const { precision_floor_threshold: threshold, model = null, segment_thresholds: given, picked_for: goal } = read.data
    const segments = given === undefined ? { ok: true as const, value: null } : readSegments(given)
    return segments.ok ? { ok: true, value: { threshold, segments: segments.value, model, pickedFor: pickedGoal.safeParse(goal).data ?? null } } : segments
  }
  const given: unknown = typeof json === 'object' && json !== null && 'precision_floor_threshold' in json ? json.precision_floor_threshold : undefined
  return { ok: false, fault: notAThreshold(given === undefined ? 'it has no precision_floor_threshold' : 'its precision_floor_threshold is not a number from 0 to 1') }
}
