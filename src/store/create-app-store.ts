/**
 * The app's one store. It asks the engine, and holds what came of it; an answer that a newer
 * wish has overtaken is dropped.
 */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { certainFrom } from '../domain/csv/mapping'
import type { MappingProposal } from '../domain/csv/mapping'
import type { Engine, EngineFault, Job, LoadedModel } from '../engine/engine'
import { allRowsFilter } from './app-state'
import type { AppState, AppStoreState, ExtractFile, Phase } from './app-state'
import { answerMapping } from './draft-mapping'
import { problemsCsv } from './problems-csv'
import { firstUsable, selectThreshold, selectUsableModels } from './selectors'

/** What the app needs of the browser around it; tests bring their own. */
export interface Surroundings {
  /** Fetches all that is still needed from the network. No request is made after a file is taken. */
  prepare(): Promise<void>
  fetchDemo(): Promise<Blob>
  saveFile(file: Blob, name: string): void
}

const initial: AppState = {
  phase: { phase: 'loading-models' },
  loadedModels: [],
  results: null,
  file: null,
  proposal: null,
  mapping: null,
  answers: {},
  opened: null,
  tab: 'Alerts',
  model: 'lgbm',
  thresholds: {},
  filter: allRowsFilter,
  view: null,
  extractCurves: {},
  bundledCurves: {},
  downloadFraction: null,
  notice: null,
}

/** Nothing is asked: every required field is fed, nothing is open, and each match is sure enough. */
export function isCertain(proposal: MappingProposal): boolean {
  return (
    proposal.missing.length === 0 &&
    proposal.questions.length === 0 &&
    proposal.matches.every(({ confidence }) => confidence >= certainFrom)
  )
}

/** Why nothing can be scored at all: the first refusal, which names what is wrong with the models. */
function noModel(models: readonly LoadedModel[]): EngineFault {
  const refused = models.find((model) => !model.usable)
  return (
    refused?.fault ?? {
      code: 'model-missing',
      sentence: 'No model could be loaded, so nothing can be scored.',
      advice: 'Reload the page. If it stays so, the models folder is missing where this app is served.',
    }
  )
}

export function createAppStore(engine: Engine, surroundings: Surroundings): StoreApi<AppStoreState> {
  /** Raised by every new wish that makes running work pointless. */
  let wish = 0
  let running: Job<unknown, unknown> | null = null
  let viewing = false
  let viewAgain = false

  return createStore<AppStoreState>()((set, get) => {
    const toPhase = (phase: Phase) => set({ phase })

    function newWish(): number {
      running?.cancel()
      running = null
      return ++wish
    }

    function tell(error: unknown): void {
      const fault: EngineFault = {
        code: 'worker-died',
        sentence: `The last step did not finish: ${error instanceof Error ? error.message : String(error)}`,
        advice: 'Your file and thresholds are kept. Try again; if it happens again, reload the page.',
      }
      set({ notice: fault })
    }

    /** Asks for the view of the model and filter in hand; of several wishes in a row the last counts. */
    async function refreshView(): Promise<void> {
      if (viewing) {
        viewAgain = true
        return
      }
      viewing = true
      try {
        do {
          viewAgain = false
          const { opened, model, filter } = get()
          if (!opened) break
          const query = { model, ...filter }
          const view = await engine.view(query)
          if (get().opened === opened) set({ view: { query, view } })
          else viewAgain = true
        } while (viewAgain)
      } catch (error) {
        tell(error)
      } finally {
        viewing = false
      }
    }

    async function curves(ask: (model: string) => Promise<AppState['extractCurves'][string]>): Promise<AppState['extractCurves']> {
      const entries: [string, AppState['extractCurves'][string]][] = []
      for (const { id } of selectUsableModels(get())) entries.push([id, await ask(id)])
      return Object.fromEntries(entries)
    }

    /** Scores the open extract; `mine` is the wish that it serves. */
    async function score(mine: number): Promise<void> {
      const { opened } = get()
      const seen = { latestDone: false }
      toPhase({ phase: 'scoring', fraction: 0, rowsDone: 0, rowsToDo: opened?.scoredRows ?? 0, ...seen })
      const job = engine.score(
        (progress) => {
          if (mine !== wish || progress.step !== 'scoring') return
          toPhase({ phase: 'scoring', fraction: progress.fraction, rowsDone: progress.rowsDone, rowsToDo: progress.rowsToDo, ...seen })
        },
        () => {
          if (mine !== wish) return
          seen.latestDone = true
          const { phase } = get()
          if (phase.phase === 'scoring') toPhase({ ...phase, ...seen })
          void refreshView()
        },
      )
      running = job
      const outcome = await job.done
      if (mine !== wish) return
      running = null
      if (outcome.ok) {
        await refreshView()
        if (get().opened?.hasLabels) {
          try {
            const extractCurves = await curves((model) => engine.curve(model))
            set({ extractCurves })
          } catch (error) {
            tell(error)
          }
        }
        toPhase({ phase: 'ready', scored: { rows: 'all', count: outcome.value.rows, seconds: outcome.value.seconds } })
      } else if (outcome.fault.code === 'cancelled') {
        toPhase({ phase: 'ready', scored: { rows: seen.latestDone ? 'latest' : 'none' } })
      } else {
        toPhase({ phase: 'failed', fault: outcome.fault })
      }
    }

    /** Reads the file in hand under the mapping in hand, then scores it. */
    async function readAndScore(): Promise<void> {
      const { file, proposal, mapping } = get()
      if (!file || !proposal || !mapping) return
      const mine = newWish()
      set({ opened: null, view: null, extractCurves: {}, filter: allRowsFilter, phase: { phase: 'reading', fraction: 0, records: 0 } })
      const job = engine.open(file.blob, proposal.dialect, mapping, (progress) => {
        if (mine === wish && progress.step === 'reading') toPhase({ phase: 'reading', fraction: progress.fraction, records: progress.records })
      })
      running = job
      const outcome = await job.done
      if (mine !== wish) return
      running = null
      if (!outcome.ok) {
        if (outcome.fault.code === 'cancelled') get().startOver()
        else toPhase({ phase: 'failed', fault: outcome.fault })
        return
      }
      set({ opened: outcome.value, tab: 'Alerts' })
      await score(mine)
    }

    async function take(file: ExtractFile): Promise<void> {
      if (get().phase.phase === 'loading-models') {
        // Dropped early: it waits until everything that needs the network is here.
        set({ file })
        return
      }
      if (selectUsableModels(get()).length === 0) {
        toPhase({ phase: 'failed', fault: noModel(get().loadedModels) })
        return
      }
      const mine = newWish()
      set({ file, proposal: null, mapping: null, answers: {}, opened: null, view: null, extractCurves: {}, notice: null, phase: { phase: 'proposing' } })
      const job = engine.propose(file.blob)
      running = job
      const outcome = await job.done
      if (mine !== wish) return
      running = null
      if (!outcome.ok) {
        if (outcome.fault.code === 'cancelled') get().startOver()
        else toPhase({ phase: 'failed', fault: outcome.fault })
        return
      }
      set({ proposal: outcome.value, mapping: outcome.value.mapping })
      if (isCertain(outcome.value)) await readAndScore()
      else toPhase({ phase: 'mapping', before: null })
    }

    return {
      ...initial,

      async start() {
        const [loadedModels] = await Promise.all([engine.load(), surroundings.prepare()])
        set({ loadedModels, results: engine.results(), model: firstUsable(loadedModels) })
        try {
          set({ bundledCurves: await curves((model) => engine.bundledCurve(model)) })
        } catch (error) {
          tell(error)
        }
        toPhase({ phase: 'empty' })
        const waiting = get().file
        if (waiting) await take(waiting)
      },

      dropFile: (blob, name) => take({ blob, name, isDemo: false }),

      async tryDemo() {
        if (get().phase.phase === 'loading-models') return
        const mine = newWish()
        set({ notice: null, phase: { phase: 'proposing' } })
        let blob: Blob
        try {
          blob = await surroundings.fetchDemo()
        } catch (error) {
          if (mine !== wish) return
          get().startOver()
          tell(error)
          return
        }
        if (mine === wish) await take({ blob, name: 'demo-extract.csv', isDemo: true })
      },

      answerQuestion(id, option) {
        const { proposal, mapping, answers } = get()
        if (!proposal || !mapping) return
        const chosen = proposal.questions.find((question) => question.id === id)?.options[option]
        if (!chosen) return
        set({ answers: { ...answers, [id]: option }, mapping: answerMapping(mapping, chosen.change) })
      },

      changeMapping: (mapping) => set({ mapping }),
      editMapping() {
        const { phase, mapping } = get()
        if (!mapping) return
        if (phase.phase === 'ready') toPhase({ phase: 'mapping', before: { phase, mapping } })
        else if (phase.phase === 'failed') toPhase({ phase: 'mapping', before: null })
      },

      keepMapping() {
        const { phase } = get()
        if (phase.phase !== 'mapping') return
        if (phase.before) set({ phase: phase.before.phase, mapping: phase.before.mapping })
        else get().startOver()
      },

      applyMapping: () => readAndScore(),

      async scoreRest() {
        if (get().opened) await score(newWish())
      },

      cancel() {
        // The job settles as cancelled, and what waits for it decides where that leads.
        if (running) running.cancel()
        else if (get().phase.phase === 'proposing') get().startOver()
      },

      startOver() {
        newWish()
        const { loadedModels, results, bundledCurves, model, thresholds } = get()
        set({ ...initial, loadedModels, results, bundledCurves, model, thresholds, phase: { phase: 'empty' } })
      },

      openTab: (tab) => set({ tab }),

      chooseModel(model) {
        set({ model })
        void refreshView()
      },

      setThreshold(model, threshold) {
        const others = Object.fromEntries(Object.entries(get().thresholds).filter(([id]) => id !== model))
        set({ thresholds: threshold === null ? others : { ...others, [model]: Math.min(1, Math.max(0, threshold)) } })
      },

      setFilter(change) {
        set({ filter: { ...get().filter, ...change } })
        void refreshView()
      },

      rows: (rows) => engine.rows(rows),
      history: (row) => engine.history(row),

      async downloadPredictions() {
        if (get().downloadFraction !== null) return
        const { model, file } = get()
        set({ downloadFraction: 0 })
        try {
          const job = engine.predictions({ model, threshold: selectThreshold(get(), model) }, (progress) => set({ downloadFraction: progress.fraction }))
          const outcome = await job.done
          if (outcome.ok) surroundings.saveFile(outcome.value, 'phantom_predictions.csv')
          else if (outcome.fault.code !== 'cancelled' && get().file === file) set({ notice: outcome.fault })
        } catch (error) {
          tell(error)
        } finally {
          set({ downloadFraction: null })
        }
      },

      downloadProblems() {
        const { opened } = get()
        if (opened) surroundings.saveFile(new Blob([problemsCsv(opened.summary.problems)], { type: 'text/csv' }), 'phantom_problems.csv')
      },

      dismissNotice: () => set({ notice: null }),
    }
  })
}
