/** Joins the store and the keeper: every change of model or threshold is kept, and a browser that refuses is told about once. */
import type { StoreApi } from 'zustand/vanilla'
import type { AppStoreState } from './app-state'
import type { SettingsKeeper } from './settings-keeper'
import { settingsNotKept } from './store-faults'

export function keepSettings(store: StoreApi<AppStoreState>, keeper: SettingsKeeper): void {
  let refused = false
  store.subscribe((state, before) => {
    // While models load, the store takes on what was kept: nothing is new.
    if (before.phase.phase === 'loading-models') return
    if (state.model === before.model && state.thresholds === before.thresholds) return
    const { model, thresholds } = state
    if (keeper.keep({ model, thresholds }) || refused) return
    refused = true
    store.setState({ notice: settingsNotKept })
  })
}
