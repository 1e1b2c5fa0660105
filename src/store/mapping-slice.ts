/** The mapping in hand: answers, changes, and reading the file under it. */
import type { RememberedMapping } from '../domain/csv/remembered-mapping'
import type { Progress } from '../engine/engine'
import { allRowsFilter } from './app-state'
import type { AppActions } from './app-state'
import { answerMapping } from './draft-mapping'
import { layoutInHand, partsOf } from './file-group'
import type { ScoringSlice } from './scoring-slice'
import type { StoreContext } from './store-context'
import { mappingNotKept } from './store-faults'

type MappingActions = Pick<AppActions, 'answerQuestion' | 'changeMapping' | 'editMapping' | 'keepMapping' | 'applyMapping'>

export interface MappingSlice {
  readonly actions: MappingActions
  /** Reads the file in hand under the mapping in hand, then scores it. */
  readonly readAndScore: () => Promise<void>
}

export function createMappingSlice({ engine, surroundings, get, set, wishes, newWish, toPhase, fail }: StoreContext, { score }: ScoringSlice): MappingSlice {
  async function readAndScore(): Promise<void> {
    const { file, proposal, mapping, group } = get()
    if (!file || !proposal || !mapping) return
    const settledByHand = get().phase.phase === 'mapping' && !file.isDemo
    const mine = newWish()
    set({ opened: null, view: null, extractCurves: {}, filter: allRowsFilter, phase: { phase: 'reading', fraction: 0, records: 0 } })
    const onProgress = (progress: Progress) => {
      if (wishes.isCurrent(mine) && progress.step === 'reading') toPhase({ phase: 'reading', fraction: progress.fraction, records: progress.records })
    }
    const job = group && file.parts ? engine.openGroup(partsOf(file.parts, group), onProgress) : engine.open(file.blob, proposal.dialect, mapping, onProgress)
    const outcome = await wishes.run(mine, job)
    if (!outcome) return
    if (!outcome.ok) {
      if (outcome.fault.code === 'cancelled') get().startOver()
      else fail(outcome.fault)
      return
    }
    // Of the same file mapped anew, what stood before its first reading still counts.
    set({ opened: outcome.value, carriedThresholds: get().carriedThresholds ?? get().thresholds, tab: get().linkedTab ?? 'Alerts', linkedTab: null })
    if (settledByHand) remember(group?.layouts.map((layout, at) => ({ headers: layout.proposal.headers, mapping: group.mappings[at]! })) ?? [{ headers: proposal.headers, mapping }])
    await score(mine)
  }

  /** Keeps what a person settled for the next file with these headers; that it could not be kept is said, and stops nothing. */
  function remember(settled: readonly Pick<RememberedMapping, 'headers' | 'mapping'>[]): void {
    const { mappingKeeper, now = () => Date.now() } = surroundings
    if (!mappingKeeper) return
    const savedAt = now()
    if (settled.every((one) => mappingKeeper.keep({ ...one, savedAt }))) set({ recalledFrom: savedAt, keptMappings: mappingKeeper.all() })
    else set({ notice: mappingNotKept })
  }

  const actions: MappingActions = {
    answerQuestion(id, option) {
      const { proposal, mapping, answers } = get()
      if (!proposal || !mapping) return
      const chosen = proposal.questions.find((question) => question.id === id)?.options[option]
      if (!chosen) return
      set({ answers: { ...answers, [id]: option }, mapping: answerMapping(mapping, chosen.change) })
    },

    changeMapping: (mapping) => set({ mapping }),

    editMapping() {
      const { phase, mapping, answers, proposal, group } = get()
      if (!mapping || (phase.phase !== 'ready' && phase.phase !== 'failed')) return
      if (group) set(layoutInHand(group, 0))
      toPhase({ phase: 'mapping', before: phase.phase === 'ready' ? { phase, mapping, answers, proposal, group } : null })
    },

    keepMapping() {
      const { phase } = get()
      if (phase.phase !== 'mapping') return
      if (phase.before) set(phase.before)
      else get().startOver()
    },

    async applyMapping() {
      const { group, mapping, phase } = get()
      if (group && mapping) {
        const settled = { ...group, mappings: group.mappings.with(group.at, mapping) }
        set({ group: settled })
        if (phase.phase === 'mapping' && group.at + 1 < group.layouts.length) {
          set(layoutInHand(settled, group.at + 1))
          return
        }
      }
      await readAndScore()
    },
  }
  return { actions, readAndScore }
}
