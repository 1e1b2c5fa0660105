/** Taking a file: dropped, or the demo; proposed, and read at once where nothing is to be asked. */
import { certainFrom } from '../domain/csv/mapping'
import type { MappingProposal } from '../domain/csv/mapping'
import { recallMapping } from '../domain/csv/remembered-mapping'
import type { AppActions, AppState, ExtractFile } from './app-state'
import { initialState } from './initial-state'
import type { MappingSlice } from './mapping-slice'
import { selectUsableModels } from './selectors'
import type { StoreContext } from './store-context'
import { noModel } from './store-faults'

type FileActions = Pick<AppActions, 'dropFile' | 'dropFiles' | 'tryDemo' | 'startOver'>

export interface FileSlice {
  readonly actions: FileActions
  /** Takes a file in hand; before the models are here it waits in `file`. */
  readonly take: (file: ExtractFile) => Promise<void>
}

/** No file is in hand; models, thresholds and the model in use stay. */
const noFile = { file: null, proposal: null, mapping: null, answers: {}, group: null, recalledFrom: null, opened: null, view: null, extractCurves: {}, carriedThresholds: null, notice: null } satisfies Partial<AppState>

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
    const { parts } = file
    const outcome = parts ? await wishes.run(mine, engine.proposeGroup(parts.map(({ name, blob }) => ({ name, file: blob })))) : await wishes.run(mine, engine.propose(file.blob))
    if (!outcome) return
    if (!outcome.ok) {
      if (outcome.fault.code === 'cancelled') get().startOver()
      else fail(outcome.fault)
      return
    }
    const layouts = 'dialect' in outcome.value ? null : outcome.value.map((layout) => ({ ...layout, ...recall(layout.proposal) }))
    const inHand = 'dialect' in outcome.value ? recall(outcome.value) : layouts?.[0]
    if (!inHand) return
    const { proposal, recalledFrom } = inHand
    const group = layouts && { layouts, mappings: layouts.map((layout) => layout.proposal.mapping), at: 0 }
    set({ proposal, mapping: proposal.mapping, group, recalledFrom })
    // Files of other columns are always shown before they become one extract.
    if (isCertain(proposal) && (layouts?.length ?? 1) === 1) await readAndScore()
    else toPhase({ phase: 'mapping', before: null })
  }

  /** The proposal as it was settled for these headers before, if it was and still fits. */
  function recall(proposal: MappingProposal): { readonly proposal: MappingProposal; readonly recalledFrom: number | null } {
    const kept = get().file?.isDemo ? null : (surroundings.mappingKeeper?.recall(proposal.headers) ?? null)
    const recalled = kept && recallMapping(proposal, kept)
    return recalled ? { proposal: recalled, recalledFrom: kept.savedAt } : { proposal, recalledFrom: null }
  }

  const actions: FileActions = {
    dropFile: (blob, name) => take({ blob, name, isDemo: false }),

    async dropFiles(files) {
      const [first, ...others] = files
      if (!first) return
      if (others.length === 0) await take({ ...first, isDemo: false })
      else await take({ blob: first.blob, name: `${first.name} and ${others.length} more`, isDemo: false, parts: files })
    },

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
      const { loadedModels, results, bundledCurves, model, thresholds, segmentThresholds, bringing, refusedModels, todayPlan, todayStore, tourSeen, findings } = get()
      set({ ...initialState, loadedModels, results, bundledCurves, model, thresholds, segmentThresholds, bringing, refusedModels, todayPlan, todayStore, tourSeen, findings, phase: { phase: 'empty' } })
    },
  }
  return { actions, take }
}
