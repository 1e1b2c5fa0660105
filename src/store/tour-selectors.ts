import type { AppState } from './app-state'
import { selectHasResults } from './selectors'
import type { TourStop } from './tour-state'

/** Where the tour stands; null while none is under way, or while there is nothing to show it on. */
export function selectTourStop(state: Pick<AppState, 'tour' | 'file' | 'model' | 'phase'>): TourStop | null {
  return state.tour !== null && state.tour.file === state.file && selectHasResults(state) ? state.tour.stop : null
}

/** The tour can be taken: there is an extract with alerts to show it on. */
export function selectTourPossible(state: Pick<AppState, 'view' | 'model' | 'phase'>): boolean {
  return state.view !== null && selectHasResults(state)
}

/** The tour offers itself: over the demo alone, until it was taken or declined once in this browser. */
export function selectTourOffered(state: Pick<AppState, 'view' | 'model' | 'phase' | 'file' | 'tourSeen'>): boolean {
  return !state.tourSeen && state.file?.isDemo === true && selectTourPossible(state)
}
