/** The engine of the app: everything heavy happens in workers, and the page hears what it draws. */
import type { AlertQuery } from '../domain/alerts/alert-row'
import type { RowsSource } from '../domain/bench/measured-rows'
import type { ShelfCheck } from '../domain/bench/shelf-check'
import type { StudyAnswer, StudyName, StudyQuestion } from '../domain/bench/studies'
import type { Dialect } from '../domain/csv/dialect'
import type { Mapping, MappingProposal } from '../domain/csv/mapping'
import type { Fault, Outcome } from '../domain/csv/problems'
import type { FeatureReference } from '../domain/drift/feature-drift'
import type { InsightQuestion } from '../domain/insight/insight-question'
import { doesNotRun } from '../domain/scoring/model-faults'
import { shippedModels } from '../domain/scoring/model-manifest'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import { idOf, type AnyBytes, type ModelBytes } from './model-bytes'
import type { SettlePipeline } from './read-pipeline-folder'
import { bringModels } from './bring-models'
import { jsonOrNull, readBundledWorlds, withCombinedScores } from './bundled-worlds'
import { EngineStopped, type AlertBy, type BroughtFile, type Engine, type EngineFault, type Job, type LoadedModel, type OpenedExtract, type Progress } from './engine'
import { cancelled, unexpected, workerDied } from './engine-faults'
import { startJob } from './jobs'
import { combinedFile, standingFormula, withCombination } from './load-combination'
import { readModelFolder, withRefusals, type FileSource } from './load-models'
import type { ExtractAnswer, ExtractQuestions, PlainAnswers, PlainQuestionKind, QuestionKind } from './protocol'
import type { ExpectedQuestion } from './unlabelled'
import type { WhatIfQuestion } from './what-if'
import { startCrew, type Crew, type CrewNeeds, type WorkerMakers } from './worker-crew'
import type { Hooks } from './worker-line'
import { patientPulse, type PulseLimits } from './worker-pulse'
import type { Layout } from '../domain/csv/propose-group'
import type { ExtractPart, NamedFile } from './extract-parts'

export interface WorkerEngineOptions {
  readonly make: WorkerMakers
  /** Scoring workers, one thread each. */
  readonly scorers: number
  /** The WebAssembly of onnxruntime-web. */
  readonly wasm: () => Promise<Blob>
  /** Where the model folders lie. */
  readonly source: FileSource
  /** How long a worker may be silent; `patientPulse` if not given. */
  readonly pulse?: PulseLimits
}

export class WorkerEngine implements Engine {
  readonly #options: WorkerEngineOptions
  /** What a new crew needs; kept, so that recovering from a dead worker asks the server for nothing but the worker's script. */
  #needs: CrewNeeds | null = null
  #crew: Promise<Crew> | null = null
  #results: unknown = null
  #loaded: readonly LoadedModel[] = []

  constructor(options: WorkerEngineOptions) {
    this.#options = options
  }

  async load(): Promise<readonly LoadedModel[]> {
    this.#loaded = await this.#loadShipped()
    return this.#loaded
  }

  async #loadShipped(): Promise<readonly LoadedModel[]> {
    const { source, make, scorers, pulse = patientPulse } = this.#options
    const [models, combination, wasm, worlds, results] = await Promise.all([
      Promise.all(shippedModels.map((id) => readModelFolder(source, id))),
      source.read(combinedFile),
      this.#options.wasm().catch((error: unknown) => wordsOf(error)),
      readBundledWorlds(source),
      source.read('results.json'),
    ])
    const combined = standingFormula(
      withCombination(
        models.map(({ loaded }) => loaded),
        combination,
      ),
    )
    this.#results = jsonOrNull(results)
    const bytes = models.map((model) => model.bytes).filter((model): model is ModelBytes => model !== null)
    const loaded = (refused: Crew['refused']) => withCombination(withRefusals(models, refused), combination)
    const allRefused = (reason: string) => loaded(new Map(bytes.map(({ manifest: { id } }) => [id, doesNotRun(id, reason)])))
    const always = { make, combined, worlds: withCombinedScores(worlds, combined), pulse }
    // Without the runtime an extract can still be read and its data quality seen.
    this.#needs = typeof wasm === 'string' ? { ...always, scorers: 1, wasm: new Blob(), models: [] } : { ...always, scorers, wasm, models: bytes }
    try {
      const { refused } = await this.#ready()
      return typeof wasm === 'string' ? allRefused(wasm) : loaded(refused)
    } catch (error) {
      // A worker did not start (its script is blocked or gone): no model can run.
      return allRefused(wordsOf(error))
    }
  }

  results(): unknown {
    return this.#results
  }

  propose(file: Blob): Job<MappingProposal, Fault> {
    return this.#job('propose', { file })
  }

  open(file: Blob, dialect: Dialect, mapping: Mapping, onProgress: (progress: Progress) => void): Job<OpenedExtract, Fault> {
    return this.#job('open', { file, dialect, mapping }, { onProgress })
  }

  proposeGroup(files: readonly NamedFile<Blob>[]): Job<readonly Layout[], Fault> {
    return this.#job('proposeGroup', { files })
  }

  openGroup(parts: readonly ExtractPart<Blob>[], onProgress: (progress: Progress) => void): Job<OpenedExtract, Fault> {
    return this.#job('openGroup', { parts }, { onProgress })
  }

  rejects(onProgress: (progress: Progress) => void): Job<Blob> {
    return this.#job('rejects', {}, { onProgress })
  }

  bring(files: readonly BroughtFile[]): Job<readonly LoadedModel[]> {
    return startJob<readonly LoadedModel[], never>(async () => {
      const unpack = (archive: Blob) => this.#answer('unpack', { archive })
      const settle: SettlePipeline = (model, graph, manifest) => this.#answer('settlePipeline', { model, graph, manifest })
      const outcomes = await bringModels(files, { standing: this.#loaded, unpack, settle, add: (model) => this.#add(model) })
      this.#loaded = [...this.#loaded, ...outcomes.filter(({ usable }) => usable)]
      return { ok: true, value: outcomes }
    })
  }

  async remove(model: string): Promise<void> {
    this.#loaded = this.#loaded.filter(({ id }) => id !== model)
    if (this.#needs) this.#needs = { ...this.#needs, models: this.#needs.models.filter((one) => idOf(one) !== model) }
    await this.#answer('removeModel', { model })
  }

  async #add(model: AnyBytes) {
    const fault = await this.#answer('addModel', { model })
    // Kept for the crew that follows should this one die.
    if (fault === null && this.#needs) this.#needs = { ...this.#needs, models: [...this.#needs.models, model] }
    return fault
  }

  score(onProgress: (progress: Progress) => void, onLatest: (models: readonly string[]) => void, models?: readonly string[]): Job<{ readonly rows: number; readonly seconds: number }> {
    return this.#job('score', models ? { models } : {}, { onProgress, onLatest })
  }

  predictions(alertBy: AlertBy, onProgress: (progress: Progress) => void): Job<Blob> {
    return this.#job('predictions', { alertBy }, { onProgress })
  }

  view(query: AlertQuery) {
    return this.#answer('view', { query })
  }

  today() {
    return this.#answer('today', {})
  }

  latestScores(model: string) {
    return this.#answer('latestScores', { model })
  }

  alertDays(model: string, segments: SegmentThresholds | null = null) {
    return this.#answer('alertDays', { model, segments })
  }

  rows(rows: Uint32Array) {
    return this.#answer('rows', { rows })
  }

  history(row: number) {
    return this.#answer('history', { row })
  }

  explain(row: number) {
    return this.#answer('explain', { row })
  }

  whatIf(question: WhatIfQuestion) {
    return this.#answer('whatIf', { question })
  }

  drift(reference: FeatureReference) {
    return this.#answer('drift', { reference })
  }

  expected(question: ExpectedQuestion) {
    return this.#answer('expected', { question })
  }

  insight(question: InsightQuestion, onProgress: (progress: Progress) => void) {
    return this.#job('insight', { question }, { onProgress })
  }

  curve(source: RowsSource, model: string, segments: SegmentThresholds | null = null) {
    return this.#answer('curve', { source, model, segments })
  }

  ruleCurves(source: RowsSource) {
    return this.#answer('ruleCurves', { source })
  }

  async study<Name extends StudyName>(source: RowsSource, name: Name, question: StudyQuestion<Name>) {
    // The worker runs the very study that is named, so the answer is that study's.
    return (await this.#answer('study', { source, name, question })) as StudyAnswer<Name> | null
  }

  async tellChecks(checks: readonly ShelfCheck[]): Promise<void> {
    await this.#answer('tellChecks', { checks })
  }

  dispose(): void {
    void this.#crew?.then((crew) => crew.end(cancelled)).catch(() => undefined)
    this.#needs = null
  }

  /** The crew that works, or a new one where the last one died. */
  #ready(): Promise<Crew> {
    const needs = this.#needs
    if (!needs) return Promise.reject(new EngineStopped(workerDied))
    if (!this.#crew) {
      const forget = () => {
        if (this.#crew === crew) this.#crew = null
      }
      // A turn later: a crew that dies while it is made finds itself named here already.
      const crew = Promise.resolve().then(() => startCrew(needs, forget))
      crew.catch(forget)
      this.#crew = crew
    }
    return this.#crew
  }

  #job<Kind extends QuestionKind>(kind: Kind, question: ExtractQuestions[Kind], hooks: Hooks = {}): { done: Promise<ExtractAnswer<Kind>>; cancel(): void } {
    let stop: (() => void) | null = null
    let stopped = false
    let leave: () => void = () => undefined
    const failed = (fault: EngineFault) => ({ ok: false, fault }) satisfies Outcome<never, EngineFault>
    const answered = this.#ready().then(
      (crew) => {
        if (stopped) return failed(cancelled)
        const asked = crew.line.ask(kind, question, hooks)
        stop = () => asked.cancel()
        return asked.answer
      },
      (error: unknown) => failed(error instanceof EngineStopped ? error.fault : unexpected(error)),
    )
    // A crew can take seconds to start: who cancels meanwhile does not wait for it.
    const done = new Promise<ExtractAnswer<Kind>>((resolve) => {
      leave = () => resolve(failed(cancelled))
      void answered.then(resolve)
    })
    return {
      done,
      cancel: () => {
        stopped = true
        stop?.()
        leave()
      },
    }
  }

  async #answer<Kind extends PlainQuestionKind>(kind: Kind, question: ExtractQuestions[Kind]): Promise<PlainAnswers[Kind]> {
    const outcome = await this.#job(kind, question).done
    if (!outcome.ok) throw new EngineStopped(outcome.fault)
    return outcome.value
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
