/**
 * The app's one store. It asks the engine, and holds what came of it; an answer that a newer
 * wish has overtaken is dropped.
 */
import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { certainFrom } from '../domain/csv/mapping'
import type { MappingProposal } from '../domain/csv/mapping'
import type { Engine, EngineFault, EngineStopped, Job, LoadedModel, OpenedExtract } from '../engine/engine'
import { allRowsFilter } from './app-state'
import type { AppState, AppStoreState, ExtractFile, Phase } from './app-state'
import { answerMapping } from './draft-mapping'
import { problemsCsv } from './problems-csv'
import { firstUsable, selectHasResults, selectThreshold, selectUsableModels } from './selectors'

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

/** No file is in hand; models, thresholds and the model in use stay. */
const noFile = { file: null, proposal: null, mapping: null, answers: {}, opened: null, view: null, extractCurves: {}, notice: null } satisfies Partial<AppState>

/** The worker that held the extract died while nobody waited for it; the file and its mapping are still in hand. */
const extractLost: EngineFault = {
  code: 'worker-died',
  sentence: 'The part of the page that held the extract stopped unexpectedly, most likely for lack of memory.',
  advice: 'Your file, its mapping and your thresholds are kept: try again, and the file is read and scored once more.',
}

/** The fault that an `EngineStopped` carries; null for any other error. */
function faultIn(error: unknown): EngineFault | null {
  return error instanceof Error && 'fault' in error ? (error as EngineStopped).fault : null
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

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
  /** The predictions that are being written. They belong to the extract as it is scored now. */
  let writing: Job<Blob> | null = null
  let viewing = false
  let viewAgain = false

  return createStore<AppStoreState>()((set, get) => {
    const toPhase = (phase: Phase) => set({ phase })

    function newWish(): number {
      running?.cancel()
      running = null
      if (writing) {
        writing.cancel()
        writing = null
        set({ downloadFraction: null })
      }
      return ++wish
    }

    function tell(error: unknown): void {
      const fault: EngineFault = faultIn(error) ?? {
        code: 'unexpected',
        sentence: `The last step did not finish: ${wordsOf(error)}`,
        advice: 'Try again; if it happens again, reload the page.',
      }
      set({ notice: fault })
    }

    function fail(fault: Extract<Phase, { phase: 'failed' }>['fault']): void {
      toPhase({ phase: 'failed', fault: fault.code === 'no-extract' ? extractLost : fault })
    }

    /** Is the extract gone with its worker? Then that is said, with the way to read it again. */
    function isLost(fault: EngineFault | null, opened: OpenedExtract | null): boolean {
      if (fault?.code !== 'worker-died' && fault?.code !== 'no-extract') return false
      const { phase } = get()
      // Asked about an extract that another file has replaced meanwhile: nobody misses the answer.
      if (opened === null || get().opened !== opened || (phase.phase !== 'scoring' && phase.phase !== 'ready')) return true
      newWish()
      set({ opened: null, view: null, extractCurves: {} })
      fail(fault)
      return true
    }

    /** A question about the open extract; that it got no answer is said here, and known to whoever asked. */
    async function ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
      const { opened } = get()
      try {
        return await question()
      } catch (error) {
        if (!isLost(faultIn(error), opened)) tell(error)
        throw error
      }
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
          // A view of rows without scores would say that nothing needs a check.
          if (!opened || !selectHasResults(get())) break
          const query = { model, ...filter }
          const view = await ask(() => engine.view(query))
          if (get().opened === opened && selectHasResults(get())) set({ view: { query, view } })
          else viewAgain = true
        } while (viewAgain)
      } catch {
        // It has been said; the view that stands stays.
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
      // The engine drops every score first, and with them goes what was computed from them.
      set({ view: null, extractCurves: {} })
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
        if (mine === wish && opened?.hasLabels) {
          try {
            const extractCurves = await curves((model) => ask(() => engine.curve(model)))
            if (mine === wish) set({ extractCurves })
          } catch {
            // It has been said; the curves of the test worlds stand in.
          }
        }
        if (mine === wish) toPhase({ phase: 'ready', scored: { rows: 'all', count: outcome.value.rows, seconds: outcome.value.seconds } })
      } else if (outcome.fault.code === 'cancelled') {
        toPhase({ phase: 'ready', scored: { rows: seen.latestDone ? 'latest' : 'none' } })
      } else {
        fail(outcome.fault)
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
        else fail(outcome.fault)
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
        fail(noModel(get().loadedModels))
        return
      }
      const mine = newWish()
      set({ ...noFile, file, phase: { phase: 'proposing' } })
      const job = engine.propose(file.blob)
      running = job
      const outcome = await job.done
      if (mine !== wish) return
      running = null
      if (!outcome.ok) {
        if (outcome.fault.code === 'cancelled') get().startOver()
        else fail(outcome.fault)
        return
      }
      set({ proposal: outcome.value, mapping: outcome.value.mapping })
      if (isCertain(outcome.value)) await readAndScore()
      else toPhase({ phase: 'mapping', before: null })
    }

    return {
      ...initial,

      async start() {
        const loadedModels = await Promise.all([engine.load(), surroundings.prepare()]).then(
          ([models]) => models,
          (error: unknown) => {
            fail({
              code: 'unexpected',
              sentence: `A part of this app could not be loaded: ${wordsOf(error)}`,
              advice: 'Reload the page. If it stays so, the app is incomplete where it is served.',
            })
            return null
          },
        )
        if (!loadedModels) return
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
        set({ ...noFile, phase: { phase: 'proposing' } })
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

      rows: (rows) => ask(() => engine.rows(rows)),
      history: (row) => ask(() => engine.history(row)),

      async downloadPredictions() {
        if (get().downloadFraction !== null) return
        const { model, opened } = get()
        const mine = wish
        set({ downloadFraction: 0 })
        const job = engine.predictions({ model, threshold: selectThreshold(get(), model) }, (progress) => {
          if (mine === wish) set({ downloadFraction: progress.fraction })
        })
        writing = job
        const outcome = await job.done
        if (mine !== wish) return
        writing = null
        set({ downloadFraction: null })
        if (outcome.ok) surroundings.saveFile(outcome.value, 'phantom_predictions.csv')
        else if (!isLost(outcome.fault, opened)) set({ notice: outcome.fault })
      },

      downloadProblems() {
        const { opened } = get()
        if (opened) surroundings.saveFile(new Blob([problemsCsv(opened.summary.problems)], { type: 'text/csv' }), 'phantom_problems.csv')
      },

      dismissNotice: () => set({ notice: null }),
    }
  })
}
