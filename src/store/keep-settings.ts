/** Joins the store and the keeper: every change of model, thresholds, goal or payoff is kept, and so is that the tour was seen; a browser that refuses is told about once. */
import type { StoreApi } from 'zustand/vanilla'
import type { AppStoreState } from './app-state'
import type { SettingsKeeper } from './settings-keeper'
import { settingsNotKept } from './store-faults'

export function keepSettings(store: StoreApi<AppStoreState>, keeper: SettingsKeeper): void {
  let refused = false
  store.subscribe((state, before) => {
    // While models load, the store takes on what was kept: nothing is new.
    if (before.phase.phase === 'loading-models') return
    const chosen = state.model !== before.model || state.thresholds !== before.thresholds || state.segmentThresholds !== before.segmentThresholds || state.pickedFor !== before.pickedFor || state.goals !== before.goals || state.payoff !== before.payoff
    if (!chosen && state.tourSeen === before.tourSeen) return
    const { model, thresholds, segmentThresholds, pickedFor, tourSeen, goals, payoff } = state
    // Of the tour alone nothing is said: it will be offered once more, and no work is lost.
    if (keeper.keep({ model, thresholds, segmentThresholds, pickedFor, tourSeen, goals, payoff }) || refused || !chosen) return
    refused = true
    store.setState({ notice: settingsNotKept })
  })
}
