/**
 * The app's one store, put together from its slices in the order in which they need each other.
 * A slice asks the engine and holds what came of it; an answer that a newer wish has overtaken
 * is dropped. A new slice is a file of its own and one line here.
 */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Engine } from '../engine/engine'
import type { AppStoreState } from './app-state'
import { createBenchSlice } from './bench-slice'
import { createBenchViewSlice } from './bench-view-slice'
import { createDownloadsSlice } from './downloads-slice'
import { createEstimatesSlice } from './estimates-slice'
import { createFileSlice } from './file-slice'
import { createFindingsSlice } from './findings-slice'
import { createGoalsSlice } from './goals-slice'
import { createPickedForSlice } from './picked-for-slice'
import { createInsightSlice } from './insight-slice'
import { keepSettings } from './keep-settings'
import { createKeptMappingsSlice } from './kept-mappings-slice'
import { createListSlice } from './list-slice'
import { initialState } from './initial-state'
import { createLoadingSlice } from './loading-slice'
import { createMappingSlice } from './mapping-slice'
import { createOwnModelsSlice } from './own-models-slice'
import { createSegmentsSlice } from './segments-slice'
import { createScoringSlice } from './scoring-slice'
import { createStoreContext } from './store-context'
import type { Surroundings } from './store-context'
import { createTakeAwaySlice } from './take-away/take-away-slice'
import { createTodaySlice } from './today-slice'
import { createTourSlice } from './tour-slice'
import { createViewSlice } from './view-slice'

export function createAppStore(engine: Engine, surroundings: Surroundings): StoreApi<AppStoreState> {
  const store = createStore<AppStoreState>()((set, get, { subscribe }) => {
    const context = createStoreContext(engine, surroundings, set, get)
    const today = createTodaySlice(context)
    const view = createViewSlice(context, today)
    const scoring = createScoringSlice(context, view)
    const mapping = createMappingSlice(context, scoring)
    const file = createFileSlice(context, mapping)
    return {
      ...initialState,
      ...createLoadingSlice(context, file),
      ...file.actions,
      ...mapping.actions,
      ...scoring.actions,
      ...view.actions,
      ...today.actions,
      ...createBenchSlice(context, subscribe),
      ...createBenchViewSlice(context),
      ...createEstimatesSlice(context),
      ...createGoalsSlice(context),
      ...createPickedForSlice(context),
      ...createInsightSlice(context),
      ...createOwnModelsSlice(context, scoring, view),
      ...createSegmentsSlice(context, view, subscribe),
      ...createDownloadsSlice(context),
      ...createTakeAwaySlice(context, view),
      ...createFindingsSlice(context),
      ...createKeptMappingsSlice(context),
      ...createListSlice(context),
      ...createTourSlice(context),
      dismissNotice: () => set({ notice: null }),
      dismissCarried: () => set({ carriedThresholds: {} }),
    }
  })
  if (surroundings.settingsKeeper) keepSettings(store, surroundings.settingsKeeper)
  return store
}
