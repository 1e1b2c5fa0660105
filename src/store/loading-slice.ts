/** The start: models, curves of the test worlds, and a file that was dropped before they were here. */
import type { AppActions } from './app-state'
import type { FileSlice } from './file-slice'
import { gatherCurves } from './gather-curves'
import { usualGoals } from './goals-state'
import { usualPayoff } from './payoff-state'
import { firstUsable, selectUsableModels } from './selectors'
import type { StoreContext } from './store-context'
import { partMissing } from './store-faults'

export function createLoadingSlice({ engine, surroundings, get, set, toPhase, tell, fail }: StoreContext, { take }: FileSlice): Pick<AppActions, 'start'> {
  return {
    async start() {
      const loadedModels = await Promise.all([engine.load(), surroundings.prepare()]).then(
        ([models]) => models,
        (error: unknown) => {
          fail(partMissing(error))
          return null
        },
      )
      if (!loadedModels) return
      const kept = surroundings.settingsKeeper?.recall()
      const stands = loadedModels.some(({ id, usable }) => usable && id === kept?.model)
      set({
        loadedModels,
        results: engine.results(),
        model: kept && stands ? kept.model : firstUsable(loadedModels),
        thresholds: kept?.thresholds ?? {},
        segmentThresholds: kept?.segmentThresholds ?? {},
        tourSeen: kept?.tourSeen ?? false,
        goals: kept?.goals ?? usualGoals,
        payoff: kept?.payoff ?? usualPayoff,
        pickedFor: kept?.pickedFor ?? {},
      })
      try {
        set({ bundledCurves: await gatherCurves(selectUsableModels(get()), (model) => engine.curve('test-worlds', model)) })
      } catch (error) {
        tell(error)
      }
      toPhase({ phase: 'empty' })
      const link = surroundings.takeLink?.() ?? null
      if (link !== null) get().openLink(link)
      const waiting = get().file
      if (waiting) await take(waiting)
    },
  }
}
