/** Scoring the open extract: progress, the latest day first, the curves of a labelled extract, cancel. */
import type { AppActions } from './app-state'
import { gatherCurves } from './gather-curves'
import type { StoreContext } from './store-context'
import type { ViewSlice } from './view-slice'

type ScoringActions = Pick<AppActions, 'scoreRest' | 'cancel'>

export interface ScoringSlice {
  readonly actions: ScoringActions
  /** Scores the open extract; `wish` is the wish that it serves. */
  readonly score: (wish: number) => Promise<void>
}

export function createScoringSlice({ engine, get, set, wishes, newWish, toPhase, fail, ask }: StoreContext, { refreshView }: ViewSlice): ScoringSlice {
  async function score(mine: number): Promise<void> {
    const { opened } = get()
    const seen = { latestDone: false }
    // The engine drops every score first, and with them goes what was computed from them.
    set({ view: null, extractCurves: {} })
    toPhase({ phase: 'scoring', fraction: 0, rowsDone: 0, rowsToDo: opened?.scoredRows ?? 0, ...seen })
    const job = engine.score(
      (progress) => {
        if (!wishes.isCurrent(mine) || progress.step !== 'scoring') return
        toPhase({ phase: 'scoring', fraction: progress.fraction, rowsDone: progress.rowsDone, rowsToDo: progress.rowsToDo, ...seen })
      },
      () => {
        if (!wishes.isCurrent(mine)) return
        seen.latestDone = true
        const { phase } = get()
        if (phase.phase === 'scoring') toPhase({ ...phase, ...seen })
        void refreshView()
      },
    )
    const outcome = await wishes.run(mine, job)
    if (!outcome) return
    if (outcome.ok) {
      await refreshView()
      if (wishes.isCurrent(mine) && opened?.hasLabels) {
        try {
          const extractCurves = await gatherCurves(get(), (model) => ask(() => engine.curve(model)))
          if (wishes.isCurrent(mine)) set({ extractCurves })
        } catch {
          // It has been said; the curves of the test worlds stand in.
        }
      }
      if (wishes.isCurrent(mine)) toPhase({ phase: 'ready', scored: { rows: 'all', count: outcome.value.rows, seconds: outcome.value.seconds } })
    } else if (outcome.fault.code === 'cancelled') {
      toPhase({ phase: 'ready', scored: { rows: seen.latestDone ? 'latest' : 'none' } })
    } else {
      fail(outcome.fault)
    }
  }

  const actions: ScoringActions = {
    async scoreRest() {
      if (get().opened) await score(newWish())
    },

    cancel() {
      // The job settles as cancelled, and what waits for it decides where that leads.
      if (!wishes.cancelRunning() && get().phase.phase === 'proposing') get().startOver()
    },
  }
  return { actions, score }
}
