/** Takes over thresholds that a goal gave. */
import type { PickedForActions } from './picked-for-state'
import type { StoreContext } from './store-context'

export function createPickedForSlice({ get, set }: Pick<StoreContext, 'get' | 'set'>): PickedForActions {
  return {
    pickThreshold(model, threshold, goal) {
      get().setThreshold(model, threshold)
      set({ pickedFor: { ...get().pickedFor, [model]: { threshold: get().thresholds[model] ?? threshold, goal } } })
    },
  }
}
