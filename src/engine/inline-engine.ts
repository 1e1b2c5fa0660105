/** The engine without workers: the same code in one realm. For tests and the command line. */
import type { AlertQuery } from '../domain/alerts/alert-row'
import type { RowsSource } from '../domain/bench/measured-rows'
import type { ShelfCheck } from '../domain/bench/shelf-check'
import type { StudyName, StudyQuestion } from '../domain/bench/studies'
import type { Dialect } from '../domain/csv/dialect'
import type { FieldName } from '../domain/csv/fields'
import type { Mapping, MappingProposal } from '../domain/csv/mapping'
import type { Fault } from '../domain/csv/problems'
import type { FeatureReference } from '../domain/drift/feature-drift'
import type { InsightQuestion } from '../domain/insight/insight-question'
import { readPipeline } from '../domain/pipelines/read-pipeline'
import { shippedModels } from '../domain/scoring/model-manifest'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import { BlockScorer } from './block-scorer'
import { bringModels } from './bring-models'
import { jsonOrNull, readBundledWorlds, withCombinedScores } from './bundled-worlds'
import type { ByteSource } from './byte-source'
import type { AlertBy, BroughtFile, Engine, Job, LoadedModel, Progress } from './engine'
import { ExtractSession, predictionsBlob, type OnProgress, type PredictionRequest } from './extract-session'
import type { ExtractPart, NamedFile } from './extract-parts'
import { startJob } from './jobs'
import { combinedFile, standingFormula, withCombination } from './load-combination'
import { readModelFolder, withRefusals, type FileSource } from './load-models'
import type { ModelBytes } from './model-bytes'
import type { ExpectedQuestion } from './unlabelled'
import { unpackArchive } from './unpack-zip'
import type { WhatIfQuestion } from './what-if'

export interface InlineEngineOptions {
  /** The WebAssembly of onnxruntime-web. */
  readonly wasm: () => Promise<Blob>
  /** Where the model folders lie. */
  readonly source: FileSource
  /** Folders to load; the four that ship by default. Their combined score stands where it is offered and all of its models are among them. */
  readonly models?: readonly string[]
}

export class InlineEngine implements Engine {
  readonly #options: InlineEngineOptions
  #session = new ExtractSession([], [])
  #scorer: BlockScorer | null = null
  #results: unknown = null
  #loaded: readonly LoadedModel[] = []

  constructor(options: InlineEngineOptions) {
    this.#options = options
  }

  async load(): Promise<readonly LoadedModel[]> {
    const { source, wasm, models: ids = shippedModels } = this.#options
    const models = await Promise.all(ids.map((id) => readModelFolder(source, id)))
    const bytes = models.map((model) => model.bytes).filter((model): model is ModelBytes => model !== null)
    const { scorer, refused } = await BlockScorer.open(await wasm(), bytes)
    const usable = bytes.map(({ manifest }) => manifest).filter(({ id }) => !refused.has(id))
    this.#scorer = scorer
    const loaded = withCombination(withRefusals(models, refused), await source.read(combinedFile))
    const combined = standingFormula(loaded)
    this.#session = new ExtractSession(usable, [scorer], combined, withCombinedScores(await readBundledWorlds(source), combined))
    this.#results = jsonOrNull(await source.read('results.json'))
    this.#loaded = loaded
    return loaded
  }

  results(): unknown {
    return this.#results
  }

  propose(file: ByteSource): Job<MappingProposal, Fault> {
    return startJob((signal) => this.#session.propose(file, signal))
  }

  open(file: ByteSource, dialect: Dialect, mapping: Mapping, onProgress: OnProgress) {
    return startJob((signal) => this.#session.open(file, dialect, mapping, signal, onProgress))
  }

  /** `overrides` name a header for a field, as the command line's `--map` does. */
  proposeGroup(files: readonly NamedFile[], overrides?: ReadonlyMap<FieldName, string>) {
    return startJob((signal) => this.#session.proposeGroup(files, signal, overrides))
  }

  openGroup(parts: readonly ExtractPart[], onProgress: OnProgress) {
    return startJob((signal) => this.#session.openGroup(parts, signal, onProgress))
  }

  rejects(onProgress: OnProgress) {
    return startJob((signal) => this.#session.rejects(signal, onProgress))
  }

  bring(files: readonly BroughtFile[]) {
    return startJob<readonly LoadedModel[], never>(async () => {
      const outcomes = await bringModels(files, { standing: this.#loaded, unpack: unpackArchive, settle: (...given) => Promise.resolve(readPipeline(...given)), add: (model) => this.#session.addModel(model) })
      this.#loaded = [...this.#loaded, ...outcomes.filter(({ usable }) => usable)]
      return { ok: true, value: outcomes }
    })
  }

  async remove(model: string): Promise<void> {
    this.#loaded = this.#loaded.filter(({ id }) => id !== model)
    await this.#session.removeModel(model)
  }

  score(onProgress: OnProgress, onLatest: (models: readonly string[]) => void, models?: readonly string[], rows: 'latest' | 'all' = 'all') {
    return startJob((signal) => this.#session.score(signal, onProgress, onLatest, models ? { models, rows } : { rows }))
  }

  async view(query: AlertQuery) {
    return Promise.resolve(this.#session.view(query))
  }

  async today() {
    return Promise.resolve(this.#session.today())
  }

  async latestScores(model: string) {
    return Promise.resolve(this.#session.latestScores(model))
  }

  async alertDays(model: string, segments: SegmentThresholds | null = null) {
    return Promise.resolve(this.#session.alertDays(model, segments))
  }

  async rows(rows: Uint32Array) {
    return Promise.resolve(this.#session.rows(rows))
  }

  async history(row: number) {
    return Promise.resolve(this.#session.history(row))
  }

  explain(row: number) {
    return this.#session.explain(row)
  }

  whatIf(question: WhatIfQuestion) {
    return this.#session.insight.whatIf(question)
  }

  drift(reference: FeatureReference) {
    return this.#session.unlabelled.drift(reference, new AbortController().signal)
  }

  async expected(question: ExpectedQuestion) {
    return Promise.resolve(this.#session.unlabelled.expected(question))
  }

  insight(question: InsightQuestion, onProgress: OnProgress) {
    return startJob((signal) => this.#session.insight.look(question, signal, onProgress))
  }

  async curve(source: RowsSource, model: string, segments: SegmentThresholds | null = null) {
    return Promise.resolve(this.#session.bench.curve(source, model, segments))
  }

  ruleCurves(source: RowsSource) {
    return this.#session.bench.ruleCurves(source)
  }

  async study<Name extends StudyName>(source: RowsSource, name: Name, question: StudyQuestion<Name>) {
    return Promise.resolve(this.#session.bench.study(source, name, question))
  }

  async tellChecks(checks: readonly ShelfCheck[]) {
    await Promise.resolve()
    this.#session.bench.tellChecks(checks)
  }

  predictions(alertBy: AlertBy, onProgress: (progress: Progress) => void) {
    return startJob((signal) => predictionsBlob(this.#session, alertBy, signal, onProgress))
  }

  /** The predictions written piece by piece, without holding them. */
  writePredictions(options: PredictionRequest, onProgress: OnProgress, write: (text: string) => void | Promise<void>) {
    return startJob<null, never>(async (signal) => {
      await this.#session.predictions(options, signal, onProgress, write)
      return { ok: true, value: null }
    })
  }

  dispose(): void {
    void this.#scorer?.close()
  }
}
