/** The mapping in hand: answers, changes, and reading the file under it. */
import { allRowsFilter } from './app-state'
import type { AppActions } from './app-state'
import { answerMapping } from './draft-mapping'
import type { ScoringSlice } from './scoring-slice'
import type { StoreContext } from './store-context'

type MappingActions = Pick<AppActions, 'answerQuestion' | 'changeMapping' | 'editMapping' | 'keepMapping' | 'applyMapping'>

export interface MappingSlice {
  readonly actions: MappingActions
  /** Reads the file in hand under the mapping in hand, then scores it. */
  readonly readAndScore: () => Promise<void>
}

export function createMappingSlice({ engine, get, set, wishes, newWish, toPhase, fail }: StoreContext, { score }: ScoringSlice): MappingSlice {
  async function readAndScore(): Promise<void> {
    const { file, proposal, mapping } = get()
    if (!file || !proposal || !mapping) return
    const mine = newWish()
    set({ opened: null, view: null, extractCurves: {}, filter: allRowsFilter, phase: { phase: 'reading', fraction: 0, records: 0 } })
    const job = engine.open(file.blob, proposal.dialect, mapping, (progress) => {
      if (wishes.isCurrent(mine) && progress.step === 'reading') toPhase({ phase: 'reading', fraction: progress.fraction, records: progress.records })
    })
    const outcome = await wishes.run(mine, job)
    if (!outcome) return
    if (!outcome.ok) {
      if (outcome.fault.code === 'cancelled') get().startOver()
      else fail(outcome.fault)
      return
    }
    set({ opened: outcome.value, tab: 'Alerts' })
    await score(mine)
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
      const { phase, mapping, answers } = get()
      if (!mapping) return
      if (phase.phase === 'ready') toPhase({ phase: 'mapping', before: { phase, mapping, answers } })
      else if (phase.phase === 'failed') toPhase({ phase: 'mapping', before: null })
    },

    keepMapping() {
      const { phase } = get()
      if (phase.phase !== 'mapping') return
      if (phase.before) set(phase.before)
      else get().startOver()
    },

    applyMapping: () => readAndScore(),
  }
  return { actions, readAndScore }
}
