/** Bringing models of the user's own, and letting them go again. */
import { firstUsable } from './selectors'
import type { OwnModelsActions } from './own-models-state'
import type { ScoringSlice } from './scoring-slice'
import type { StoreContext } from './store-context'
import type { ViewSlice } from './view-slice'

export function createOwnModelsSlice({ engine, get, set, tell, ask }: StoreContext, { scoreLate, forgetScores }: ScoringSlice, { refreshView }: ViewSlice): OwnModelsActions {
  return {
    async bringModels(files) {
      if (get().bringing) return
      set({ bringing: true, refusedModels: [] })
      const outcome = await engine.bring(files).done
      if (!outcome.ok) {
        set({ bringing: false, notice: outcome.fault })
        return
      }
      const usable = outcome.value.filter((model) => model.usable)
      const refusedModels = outcome.value.filter((model) => !model.usable)
      set({ bringing: false, refusedModels, loadedModels: [...get().loadedModels, ...usable] })
      await scoreLate()
    },

    async removeModel(model) {
      const { loadedModels, thresholds, segmentThresholds, extractCurves } = get()
      const gone = loadedModels.find(({ id }) => id === model)
      if (!gone?.usable || gone.kind === 'combination' || !gone.own) return
      const left = loadedModels.filter(({ id }) => id !== model)
      const without = <Value>(byModel: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(byModel).filter(([id]) => id !== model))
      forgetScores(model)
      const wasChosen = get().model === model
      set({ loadedModels: left, thresholds: without(thresholds), segmentThresholds: without(segmentThresholds), extractCurves: without(extractCurves), ...(wasChosen ? { model: firstUsable(left) } : {}) })
      if (wasChosen) void refreshView()
      try {
        if (get().opened) await ask(() => engine.remove(model))
        else await engine.remove(model)
      } catch (error) {
        // What concerns an open extract has been said by then.
        if (!get().opened) tell(error)
      }
    },
  }
}
