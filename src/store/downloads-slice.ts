/** Files that the user takes away. */
import type { AppActions } from './app-state'
import { problemsCsv } from './problems-csv'
import { selectSegments, selectThreshold } from './selectors'
import type { StoreContext } from './store-context'

export function createDownloadsSlice({ engine, surroundings, get, set, wishes, isLost }: StoreContext): Pick<AppActions, 'downloadPredictions' | 'downloadProblems' | 'downloadRejects'> {
  return {
    async downloadPredictions() {
      if (get().downloadFraction !== null) return
      const { model, opened } = get()
      const mine = wishes.current
      set({ downloadFraction: 0 })
      const job = engine.predictions({ model, threshold: selectThreshold(get(), model), segments: selectSegments(get(), model) }, (progress) => {
        if (wishes.isCurrent(mine)) set({ downloadFraction: progress.fraction })
      })
      const outcome = await wishes.write(mine, job)
      if (!outcome) return
      set({ downloadFraction: null })
      if (outcome.ok) surroundings.saveFile(outcome.value, 'phantom_predictions.csv')
      else if (!isLost(outcome.fault, opened)) set({ notice: outcome.fault })
    },

    async downloadRejects() {
      if (get().downloadFraction !== null) return
      const { opened } = get()
      const mine = wishes.current
      set({ downloadFraction: 0 })
      const job = engine.rejects((progress) => {
        if (wishes.isCurrent(mine)) set({ downloadFraction: progress.fraction })
      })
      const outcome = await wishes.write(mine, job)
      if (!outcome) return
      set({ downloadFraction: null })
      if (outcome.ok) surroundings.saveFile(outcome.value, 'phantom_rejects.csv')
      else if (!isLost(outcome.fault, opened)) set({ notice: outcome.fault })
    },

    downloadProblems() {
      const { opened } = get()
      if (opened) surroundings.saveFile(new Blob([problemsCsv(opened.summary.problems)], { type: 'text/csv' }), 'phantom_problems.csv')
    },
  }
}
