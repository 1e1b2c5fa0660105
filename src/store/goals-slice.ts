/** Holds what the user wants of a threshold. */
import { changedGoals, type GoalsActions } from './goals-state'
import type { StoreContext } from './store-context'

export function createGoalsSlice({ get, set }: Pick<StoreContext, 'get' | 'set'>): GoalsActions {
  return {
    setGoals: (change) => set({ goals: changedGoals(get().goals, change) }),
  }
}
