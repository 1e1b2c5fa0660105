/** Holds what the user wants of a threshold, and what checks cost and finds bring. */
import { changedGoals, type GoalsActions } from './goals-state'
import { changedPayoff, type PayoffActions } from './payoff-state'
import type { StoreContext } from './store-context'

export function createGoalsSlice({ get, set }: Pick<StoreContext, 'get' | 'set'>): GoalsActions & PayoffActions {
  return {
    setGoals: (change) => set({ goals: changedGoals(get().goals, change) }),
    setPayoff: (change) => set({ payoff: changedPayoff(get().payoff, change) }),
  }
}
