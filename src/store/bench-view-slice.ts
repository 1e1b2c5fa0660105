/** The Thresholds screen: which section stands open, and what goals are solved on. */
import type { BenchViewActions } from './bench-view-state'
import type { StoreContext } from './store-context'

export function createBenchViewSlice({ set }: Pick<StoreContext, 'set'>): BenchViewActions {
  return {
    openBenchSection: (benchSection) => set({ benchSection }),
    solveGoalsOn: (goalsOn) => set({ goalsOn }),
  }
}
