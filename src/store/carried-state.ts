/** Thresholds that were set before the file in hand was opened: they stay on purpose, and that is said. */
import type { AppState } from './app-state'
import { selectShippedThreshold, selectThreshold } from './selectors'

export interface CarriedState {
  /** The user's thresholds by model id as they stood when the file in hand was first read; null before that, empty once it was said and closed. */
  readonly carriedThresholds: AppState['thresholds'] | null
}

export interface CarriedActions {
  readonly dismissCarried: () => void
}

export const noCarried: CarriedState = { carriedThresholds: null }

/** The chosen model's threshold, where it was set before this extract was opened, still stands and is not the model's own; else null. */
export function selectCarriedThreshold(state: Pick<AppState, 'carriedThresholds' | 'opened' | 'model' | 'thresholds' | 'loadedModels'>): number | null {
  const { carriedThresholds, opened, model } = state
  const carried = carriedThresholds?.[model]
  const shipped = selectShippedThreshold(state, model)
  if (opened === null || carried === undefined || shipped === null) return null
  return carried === selectThreshold(state, model) && carried !== shipped ? carried : null
}
