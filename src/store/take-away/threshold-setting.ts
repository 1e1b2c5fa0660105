/** A threshold as `threshold.json`, the form that model folders have: written from the setting in hand, and read back. */
import { z } from 'zod'
import { precision, recall } from '../../domain/metrics/confusion-measures'
import { countsAt } from '../../domain/metrics/counts-at'
import type { AppState } from '../app-state'
import { selectCurve } from '../bench-selectors'
import { selectThreshold, selectUsableModels } from '../selectors'
import { notAThreshold, type Taken } from './take-away-faults'

/** The precision that a threshold is held against where nothing else is set. */
const usualFloor = 0.9

/**
 * The chosen model's threshold in use. A threshold that shipped is written as it came; one that was set
 * says what it was measured on, so that the file can stand in the model's folder.
 */
export function thresholdFileText(state: AppState): string {
  const { model } = state
  const shipped = selectUsableModels(state).find(({ id }) => id === model)?.threshold
  const threshold = selectThreshold(state, model)
  const floor = shipped?.precision_floor ?? usualFloor
  const content =
    shipped && state.thresholds[model] === undefined
      ? { ...shipped, model }
      : { precision_floor_threshold: threshold, precision_floor: floor, model, ...measuredNotes(state, threshold, floor) }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** What the threshold gives on the rows that the screen measures by; nothing where there are none. */
function measuredNotes(state: AppState, threshold: number, floor: number): object {
  const measured = selectCurve(state, state.model)
  if (!measured) return {}
  const { curve, source } = measured
  const counts = countsAt(curve, threshold)
  const known = (share: number) => (Number.isNaN(share) ? null : share)
  return {
    floor_reached: precision(counts) >= floor,
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
  /** Id of the model that it was saved for; null where the file does not say, as in other projects' files. */
  readonly model: string | null
}

const schema = z.object({ precision_floor_threshold: z.number().min(0).max(1), model: z.string().optional() })

export function readThresholdFile(text: string): Taken<ReadThreshold> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, fault: notAThreshold('it is not readable JSON') }
  }
  const read = schema.safeParse(json)
  if (read.success) return { ok: true, value: { threshold: read.data.precision_floor_threshold, model: read.data.model ?? null } }
  const given: unknown = typeof json === 'object' && json !== null && 'precision_floor_threshold' in json ? json.precision_floor_threshold : undefined
  return { ok: false, fault: notAThreshold(given === undefined ? 'it has no precision_floor_threshold' : 'its precision_floor_threshold is not a number from 0 to 1') }
}
