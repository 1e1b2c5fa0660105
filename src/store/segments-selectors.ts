/** What is measured of thresholds by segment: the curve of all thresholds together. */
import type { AppState } from './app-state'
import { selectCurve, sourcedCurve, type MeasuredCurve, type WithCurves } from './bench-selectors'
import { selectSegments } from './selectors'

type WithSegments = Pick<AppState, 'segmentThresholds'>

/**
 * The curve by which figures of a model as it alerts are counted: at the common threshold it has exactly the
 * alerts of all thresholds together. With one threshold for all, the curve as it is. Null: there are no rows to
 * measure by, or the engine is counting them (see `selectIsCounting`).
 */
export function selectJudgedCurve(state: WithCurves & WithSegments & Pick<AppState, 'judgedCurves'>, model: string): MeasuredCurve {
  const measured = selectCurve(state, model)
  const segments = selectSegments(state, model)
  if (!measured || !segments) return measured
  const known = state.judgedCurves[model]
  return known?.ground === measured.curve && known.segments === segments ? sourcedCurve(measured.source, known.curve) : null
}

/** Are there rows to measure the model by, whose alerts are being counted? */
export function selectIsCounting(state: Parameters<typeof selectJudgedCurve>[0], model: string): boolean {
  return selectJudgedCurve(state, model) === null && selectCurve(state, model) !== null
}
