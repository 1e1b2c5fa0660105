/** Taking a file: dropped, or the demo; proposed, and read at once where nothing is to be asked. */
import { certainFrom } from '../domain/csv/mapping'
import type { MappingProposal } from '../domain/csv/mapping'
import type { AppActions, AppState, ExtractFile } from './app-state'
import { initialState } from './initial-state'
import type { MappingSlice } from './mapping-slice'
import { selectUsableModels } from './selectors'
import type { StoreContext } from './store-context'
import { noModel } from './store-faults'

type FileActions = Pick<AppActions, 'dropFile' | 'tryDemo' | 'startOver'>

export interface FileSlice {
  readonly actions: FileActions
  /** Takes a file in hand; before the models are here it waits in `file`. */
  readonly take: (file: ExtractFile) => Promise<void>
}

/** No file is in hand; models, thresholds and the model in use stay. */
const noFile = { file: null, proposal: null, mapping: null, answers: {}, opened: null, view: null, extractCurves: {}, notice: null } satisfies Partial<AppState>

/** Nothing is asked: every required field is fed, nothing is open, and each match is sure enough. */
export function isCertain(proposal: MappingProposal): boolean {
  return (
    proposal.missing.length === 0 &&
    proposal.questions.length === 0 &&
    proposal.matches.every(({ confidence }) => confidence >= certainFrom)
  )
}

export function createFileSlice({ engine, surroundings, get, set, wishes, newWish, toPhase, tell, fail }: StoreContext, { readAndScore }: MappingSlice): FileSlice {
  async function take(file: ExtractFile): Promise<void> {
    if (get().phase.phase === 'loading-models') {
      // Dropped early: it waits until everything that needs the network is here.
      set({ file })
      return
    }
    if (selectUsableModels(get()).length === 0) {
      fail(noModel(get().loadedModels))
      return
    }
    const mine = newWish()
    set({ ...noFile, file, phase: { phase: 'proposing' } })
    const outcome = await wishes.run(mine, engine.propose(file.blob))
    if (!outcome) return
    if (!outcome.ok) {
      if (outcome.fault.code === 'cancelled') get().startOver()
      else fail(outcome.fault)
      return
    }
    set({ proposal: outcome.value, mapping: outcome.value.mapping })
    if (isCertain(outcome.value)) await readAndScore()
    else toPhase({ phase: 'mapping', before: null })
  }

  const actions: FileActions = {
    dropFile: (blob, name) => take({ blob, name, isDemo: false }),

    async tryDemo() {
      if (get().phase.phase === 'loading-models') return
      const mine = newWish()
      set({ ...noFile, phase: { phase: 'proposing' } })
      let blob: Blob
      try {
        blob = await surroundings.fetchDemo()
      } catch (error) {
        if (!wishes.isCurrent(mine)) return
        get().startOver()
        tell(error)
        return
      }
      if (wishes.isCurrent(mine)) await take({ blob, name: 'demo-extract.csv', isDemo: true })
    },

    startOver() {
      newWish()
      const { loadedModels, results, bundledCurves, model, thresholds, bringing, refusedModels, todayPlan, todayStore, findings } = get()
      set({ ...initialState, loadedModels, results, bundledCurves, model, thresholds, bringing, refusedModels, todayPlan, todayStore, findings, phase: { phase: 'empty' } })
    },
  }
  return { actions, take }
}
