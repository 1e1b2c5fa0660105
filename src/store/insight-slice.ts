import type { InsightActions } from './insight-state'
import type { StoreContext } from './store-context'

/** Asks the engine; of a model that is looked into the page that shows it keeps the answer. */
export function createInsightSlice({ engine, get, ask, isLost }: StoreContext): InsightActions {
  return {
    whatIf: (question) => ask(() => engine.whatIf(question)),

    lookInto(question, onFraction) {
      const { opened } = get()
      const job = engine.insight(question, ({ fraction }) => onFraction(fraction))
      const done = job.done.then((outcome) => {
        if (!outcome.ok) isLost(outcome.fault, opened)
        return outcome
      })
      return { done, cancel: () => job.cancel() }
    },
  }
}
