/** Today's list: asks the engine what stands on the latest day, and holds how the user plans the walk. */
import { selectSegments } from './selectors'
import type { StoreContext } from './store-context'
import { mostPerStore, type TodayActions } from './today-state'

export interface TodaySlice {
  readonly actions: TodayActions
  /** Called when the latest day was scored anew, or another model is looked at. Never rejects: what went wrong has been said. */
  readonly refreshToday: (scoredAnew: boolean) => Promise<void>
}

export function createTodaySlice({ engine, get, set, ask }: StoreContext): TodaySlice {
  let asked = 0

  async function refreshToday(scoredAnew: boolean): Promise<void> {
    const { opened, model, today } = get()
    if (!opened) return
    if (!scoredAnew && today?.opened === opened && today.model === model) return
    const mine = ++asked
    try {
      // The facts are the extract's own: another model brings other scores alone.
      const facts = today?.opened === opened ? today.facts : await ask(() => engine.today())
      const scores = await ask(() => engine.latestScores(model))
      if (mine !== asked || get().opened !== opened) return
      const anotherFile = today?.opened !== opened
      set({ today: { opened, model, facts, scores }, ...(anotherFile ? { putBack: [], alertDays: null } : {}) })
    } catch {
      // It has been said; the table of all alerts stands.
    }
  }

  const actions: TodayActions = {
    setTodayPlan(change) {
      const plan = { ...get().todayPlan, ...change }
      set({ todayPlan: { ...plan, perStore: Math.min(mostPerStore, Math.max(1, Math.round(plan.perStore))) } })
    },

    setPutBack(reason, putBack) {
      const others = get().putBack.filter((each) => each !== reason)
      set({ putBack: putBack ? [...others, reason] : others })
    },

    chooseTodayStore: (store) => set({ todayStore: store }),

    async loadAlertDays() {
      const { opened, model, alertDays, phase } = get()
      if (!opened || phase.phase !== 'ready' || phase.scored.rows !== 'all') return
      const segments = selectSegments(get(), model)
      if (alertDays?.opened === opened && alertDays.model === model && alertDays.segments === segments) return
      try {
        const days = await ask(() => engine.alertDays(model, segments))
        if (get().opened === opened && get().model === model && selectSegments(get(), model) === segments) set({ alertDays: { opened, model, segments, days } })
      } catch {
        // It has been said.
      }
    },
  }
  return { actions, refreshToday }
}
