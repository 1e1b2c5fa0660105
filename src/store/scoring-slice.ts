/** Scoring the open extract: progress, the latest day first, the curves of a labelled extract, cancel. */
import type { AppActions, ReadyPhase, ScoredExtent } from './app-state'
import { isLabelled } from './bench-selectors'
import { gatherCurves } from './gather-curves'
import { selectLatestOf, selectUsableModels } from './selectors'
import type { UsableModel } from './selectors'
import type { StoreContext } from './store-context'
import type { ViewSlice } from './view-slice'

/** What stands when scoring is cancelled. */
const extentOf = ({ latestOf }: Seen): ScoredExtent => (latestOf.length > 0 ? { rows: 'latest', of: latestOf } : { rows: 'none' })

type ScoringActions = Pick<AppActions, 'scoreRest' | 'cancel'>

export interface ScoringSlice {
  readonly actions: ScoringActions
  /** Scores the open extract; `wish` is the wish that it serves. */
  readonly score: (wish: number) => Promise<void>
  /** Scores models that were brought after the extract was scored, by themselves; does nothing while there is nothing to do it beside. */
  readonly scoreLate: () => Promise<void>
  /** The model is gone with its scores; one of its id that comes later is scored anew. */
  readonly forgetScores: (model: string) => void
}

/** What can be looked at by now, as it grows. */
interface Seen {
  latestOf: readonly string[]
}

export function createScoringSlice(context: StoreContext, { refreshView }: ViewSlice): ScoringSlice {
  const { engine, get, set, wishes, newWish, toPhase, fail } = context
  /** The models that have had their turn on the open extract. */
  let scored = new Set<string>()

  async function score(mine: number): Promise<void> {
    const { opened } = get()
    const seen: Seen = { latestOf: [] }
    scored = new Set(selectUsableModels(get()).map(({ id }) => id))
    // The engine drops every score first, and with them goes what was computed from them.
    set({ view: null, extractCurves: {} })
    showProgress(mine, 0, 0, opened?.scoredRows ?? 0, seen)
    const job = engine.score(
      (progress) => {
        if (progress.step === 'scoring') showProgress(mine, progress.fraction, progress.rowsDone, progress.rowsToDo, seen)
      },
      (latestOf) => {
        if (!wishes.isCurrent(mine)) return
        seen.latestOf = latestOf
        const { phase } = get()
        if (phase.phase === 'scoring') toPhase({ ...phase, ...seen })
        void refreshView()
      },
    )
    const outcome = await wishes.run(mine, job)
    if (!outcome) return
    if (outcome.ok) {
      const { phase } = get()
      if (phase.phase === 'scoring') toPhase({ ...phase, latestOf: [...scored] })
      await refreshView()
      await addCurves(mine, selectUsableModels(get()))
      if (!wishes.isCurrent(mine)) return
      toPhase({ phase: 'ready', scored: { rows: 'all', count: outcome.value.rows, seconds: outcome.value.seconds } })
      await scoreLate()
    } else if (outcome.fault.code === 'cancelled') {
      toPhase({ phase: 'ready', scored: extentOf(seen) })
    } else {
      fail(outcome.fault)
    }
  }

  async function scoreLate(): Promise<void> {
    for (;;) {
      const { phase } = get()
      if (phase.phase !== 'ready' || phase.scored.rows === 'none') return
      const late = selectUsableModels(get()).filter(({ id, kind }) => kind !== 'combination' && !scored.has(id))
      if (late.length === 0) return
      await scoreBeside(late, phase)
    }
  }

  /** Scores some models alone; all that the others gave stays on the screen meanwhile. */
  async function scoreBeside(models: readonly UsableModel[], before: ReadyPhase): Promise<void> {
    const mine = newWish()
    const ids = models.map(({ id }) => id)
    for (const id of ids) scored.add(id)
    const latestOf = selectLatestOf(get())
    const others = selectUsableModels(get()).flatMap(({ id }) => (ids.includes(id) || (latestOf !== 'all' && !latestOf.includes(id)) ? [] : [id]))
    const seen: Seen = { latestOf: others }
    const refreshIfShown = () => {
      if (!ids.includes(get().model)) return Promise.resolve()
      set({ view: null })
      return refreshView()
    }
    showProgress(mine, 0, 0, get().opened?.scoredRows ?? 0, seen)
    const job = engine.score(
      (progress) => {
        if (progress.step === 'scoring') showProgress(mine, progress.fraction, progress.rowsDone, progress.rowsToDo, seen)
      },
      (latestOf) => {
        if (!wishes.isCurrent(mine)) return
        seen.latestOf = [...others, ...latestOf]
        const { phase } = get()
        if (phase.phase === 'scoring') toPhase({ ...phase, ...seen })
        void refreshIfShown()
      },
      ids,
    )
    const outcome = await wishes.run(mine, job)
    if (!outcome) return
    await refreshIfShown()
    if (outcome.ok) {
      await addCurves(mine, models)
      if (wishes.isCurrent(mine)) toPhase(before)
    } else if (outcome.fault.code === 'cancelled') {
      // What the others gave is whole, but not every model has scored every row.
      toPhase({ phase: 'ready', scored: extentOf(seen) })
    } else {
      fail(outcome.fault)
    }
  }

  function showProgress(mine: number, fraction: number, rowsDone: number, rowsToDo: number, seen: Seen): void {
    if (wishes.isCurrent(mine)) toPhase({ phase: 'scoring', fraction, rowsDone, rowsToDo, ...seen })
  }

  /** The curves of these models over a labelled extract, beside those that stand. */
  async function addCurves(mine: number, models: readonly UsableModel[]): Promise<void> {
    const { opened } = get()
    if (!wishes.isCurrent(mine) || !opened || !isLabelled(opened)) return
    try {
      const curves = await gatherCurves(models, (model) => context.ask(() => engine.curve('extract', model)))
      if (wishes.isCurrent(mine)) set({ extractCurves: { ...get().extractCurves, ...curves } })
    } catch {
      // It has been said; the curves of the test worlds stand in.
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
  return { actions, score, scoreLate, forgetScores: (model) => scored.delete(model) }
}
