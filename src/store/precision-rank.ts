/** Which precisions stand for one threshold, and which of them tells most of the open extract. */
import type { RowsSource } from '../domain/bench/measured-rows'
import type { AppState } from './app-state'
import { areManyFound, hasRows, type WithCurves } from './bench-selectors'
import type { GoalsOn } from './bench-view-state'
import { selectCalibrationShare } from './estimates-selectors'

/** Where a precision can come from: measured on rows, or estimated on the extract from its probabilities alone. */
export type PrecisionSource = RowsSource | 'estimate'

/**
 * Those that there are, the most telling first: labels are the truth of the very rows, findings that of the stores'
 * own shelves (where they are many; few are part of the estimate), the estimate is of the right rows and not checked,
 * and the test worlds are other stores.
 */
export function rankedPrecisions(state: WithCurves & Pick<AppState, 'phase' | 'loadedModels'>, model: string): readonly PrecisionSource[] {
  return [
    ...(hasRows(state, 'extract') ? (['extract'] as const) : []),
    ...(areManyFound(state) ? (['findings'] as const) : []),
    ...(canEstimate(state, model) ? (['estimate'] as const) : []),
    ...(hasRows(state, 'test-worlds') ? (['test-worlds'] as const) : []),
  ]
}

/** Can a threshold's precision be estimated on the open extract: are all of its rows scored, by a model that says what it was calibrated on? */
export function canEstimate(state: Pick<AppState, 'phase' | 'loadedModels'>, model: string): boolean {
  return state.phase.phase === 'ready' && state.phase.scored.rows === 'all' && selectCalibrationShare(state, model) !== null
}

/** May goals be solved on the estimate: it can be made, and no label of the extract tells more? */
export function mayEstimateGoals(state: WithCurves & Pick<AppState, 'phase' | 'loadedModels'>, model: string): boolean {
  return canEstimate(state, model) && !hasRows(state, 'extract')
}

/**
 * What goals of the model are solved on: the user's choice while it can be. Else the estimate, which is of the extract's
 * own rows, unless its labels or many findings tell more.
 */
export function selectGoalsOn(state: WithCurves & Pick<AppState, 'phase' | 'loadedModels' | 'goalsOn'>, model: string): GoalsOn {
  const { goalsOn, benchSource } = state
  // Rows that were chosen on another file and that this one does not have are no choice here.
  const chosen = goalsOn === 'measured' && benchSource !== null && !hasRows(state, benchSource) ? null : goalsOn
  const wished = chosen ?? (areManyFound(state) ? 'measured' : 'estimate')
  return wished === 'estimate' && mayEstimateGoals(state, model) ? 'estimate' : 'measured'
}
