/** The bench: asks the engine for studies, and measures the models by what the store found. */
import type { StoreApi } from 'zustand/vanilla'
import type { AppState, AppStoreState } from './app-state'
import type { BenchActions } from './bench-state'
import { selectChecks } from './findings-selectors'
import { gatherCurves } from './gather-curves'
import { selectUsableModels } from './selectors'
import type { StoreContext } from './store-context'
import { StudyLine } from './study-line'

/**
 * As soon as all is scored, and after every change of the findings from then on, the engine is told what was
 * found. Findings that come quickly, from a file or another tab, are told together.
 */
export function createBenchSlice({ engine, get, set, ask }: StoreContext, subscribe: StoreApi<AppStoreState>['subscribe']): BenchActions {
  const toldFindings = new StudyLine(
    async ({ opened }: AppState) => {
      await ask(() => engine.tellChecks(selectChecks(get())))
      return { opened, curves: await gatherCurves(selectUsableModels(get()), (model) => ask(() => engine.curve('findings', model))) }
    },
    (_, { opened, curves }) => {
      if (opened && get().opened === opened) set({ found: { opened, curves } })
    },
    // It has been said; the other sources stand.
    () => undefined,
  )

  subscribe((state, before) => {
    const checks = selectChecks(state)
    const isNew = !isScored(before) || state.opened !== before.opened || checks !== selectChecks(before)
    // Nothing found, and nothing told before: there is nothing to measure.
    if (isScored(state) && isNew && (checks.length > 0 || state.found !== null)) toldFindings.ask(state)
  })

  return {
    chooseBenchSource: (benchSource) => set({ benchSource }),
    study: (source, name, question) => ask(() => engine.study(source, name, question)),
    ruleCurves: (source) => ask(() => engine.ruleCurves(source)),
  }
}

const isScored = ({ phase }: AppState) => phase.phase === 'ready' && phase.scored.rows === 'all'
