/** Moves through the guided tour: the tab follows the stop. */
import type { StoreContext } from './store-context'
import { selectTourPossible, selectTourStop } from './tour-selectors'
import { tabOfStop, tourStops, type TourActions, type TourStop } from './tour-state'

export function createTourSlice({ get, set }: StoreContext): TourActions {
  function goTo(stop: TourStop): void {
    const { file } = get()
    if (file && selectTourPossible(get())) set({ tour: { file, stop }, tourSeen: true, tab: tabOfStop[stop] })
  }

  return {
    startTour: () => goTo(tourStops[0]),

    moveTour(by) {
      const stop = selectTourStop(get())
      const next = stop && tourStops[tourStops.indexOf(stop) + by]
      if (next) goTo(next)
    },

    endTour: () => set({ tour: null, tourSeen: true }),
  }
}
