/** What is looked at: tab, model, threshold, filter, and the view that answers them. */
import type { AppActions } from './app-state'
import { selectHasResults, selectSegments } from './selectors'
import type { StoreContext } from './store-context'
import type { TodaySlice } from './today-slice'

type ViewActions = Pick<AppActions, 'openTab' | 'chooseModel' | 'setThreshold' | 'setFilter' | 'rows' | 'history' | 'explain'>

export interface ViewSlice {
  readonly actions: ViewActions
  /** Asks for the view of the model and filter in hand; of several wishes in a row the last counts. */
  readonly refreshView: () => Promise<void>
}

export function createViewSlice({ engine, get, set, ask }: StoreContext, { refreshToday }: Pick<TodaySlice, 'refreshToday'>): ViewSlice {
  let viewing = false
  let viewAgain = false

  async function refreshView(): Promise<void> {
    if (viewing) {
      viewAgain = true
      return
    }
    viewing = true
    try {
      do {
        viewAgain = false
        const { opened, model, filter } = get()
        // A view of rows without scores would say that nothing needs a check.
        if (!opened || !selectHasResults(get())) break
        const query = { model, segments: selectSegments(get(), model), ...filter }
        const view = await ask(() => engine.view(query))
        if (get().opened === opened && selectHasResults(get())) {
          // Scores that are new drop the view first.
          const scoredAnew = get().view === null
          set({ view: { query, view } })
          void refreshToday(scoredAnew)
        } else viewAgain = true
      } while (viewAgain)
    } catch {
      // It has been said; the view that stands stays.
    } finally {
      viewing = false
    }
  }

  const actions: ViewActions = {
    openTab: (tab) => set({ tab }),

    chooseModel(model) {
      set({ model })
      // Nothing of another model is shown under this one's name while its own scores are still to come.
      if (!selectHasResults(get())) set({ view: null })
      void refreshView()
    },

    setThreshold(model, threshold) {
      const others = Object.fromEntries(Object.entries(get().thresholds).filter(([id]) => id !== model))
      set({ thresholds: threshold === null ? others : { ...others, [model]: Math.min(1, Math.max(0, threshold)) } })
    },

    setFilter(change) {
      set({ filter: { ...get().filter, ...change } })
      void refreshView()
    },

    rows: (rows) => ask(() => engine.rows(rows)),
    history: (row) => ask(() => engine.history(row)),
    explain: (row) => ask(() => engine.explain(row)),
  }
  return { actions, refreshView }
}
