/**
 * The extract that is open, and everything that is asked of it: plain code without workers, used
 * by the inline engine as it is and served by the extract worker.
 */
import { alertRows, seriesHistory } from '../domain/alerts/alert-rows'
import type { AlertQuery, AlertRow, AlertView, SeriesHistory } from '../domain/alerts/alert-row'
import { seriesOfRow, type AlertSource } from '../domain/alerts/alert-source'
import { alertView } from '../domain/alerts/alert-view'
import { alertDays, type AlertDays } from '../domain/alerts/today/alert-days'
import { gatherToday } from '../domain/alerts/today/gather-today'
import type { TodayFacts } from '../domain/alerts/today/today-facts'
import type { Dialect } from '../domain/csv/dialect'
import type { FieldName } from '../domain/csv/fields'
import type { Mapping, MappingProposal } from '../domain/csv/mapping'
import type { Outcome } from '../domain/csv/problems'
import type { Layout } from '../domain/csv/propose-group'
import type { ReadResult } from '../domain/csv/read-result'
import type { RowExplanation } from '../domain/explain/row-explanation'
import { buildFeatureContext, type FeatureContext } from '../domain/features/context'
import type { CombinedFormula } from '../domain/scoring/combined-score'
import { doesNotRun, type ModelFault } from '../domain/scoring/model-faults'
import { predictionColumns, type PredictionOptions } from '../domain/scoring/prediction-columns'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import { tableCuts } from '../domain/segments/table-cuts'
import { Bench } from './bench'
import type { BlockScoring } from './block-scorer'
import type { ByteSource } from './byte-source'
import { describeExtract } from './describe-extract'
import { EngineStopped, type AlertBy, type EngineFault, type OpenedExtract, type Progress } from './engine'
import { noExtract, noModel } from './engine-faults'
import { heed } from './jobs'
import { explainRow } from './explain-session'
import { Insight } from './insight'
import type { ExtractPart, NamedFile } from './extract-parts'
import type { BundledWorlds } from './bundled-worlds'
import { blobOf } from './blob-of'
import { proposeFor, proposeGroupFor, readExtract } from './read-extract'
import { scoringModelOf, type AnyBytes, type ScoringModel } from './model-bytes'
import { scoreExtract } from './score-extract'
import { Unlabelled } from './unlabelled'
import { writePredictions, writeRejects } from './write-predictions'

interface Open {
  readonly parts: readonly ExtractPart[]
  readonly read: ReadResult
  readonly context: FeatureContext
  readonly source: AlertSource
  /** The scores of `source`, as they are written. */
  readonly scores: Map<string, Float32Array>
}

/** `write`: ids of the models whose scores are written, in that order; all that stand where it is left out. */
export interface PredictionRequest extends Pick<PredictionOptions, 'rows' | 'write'> {
  readonly alertBy: AlertBy
}

/** `rows`: the latest of each store-item or all; `models`: ids of those that score, all where it is left out. */
export interface ScoreRequest {
  readonly rows?: 'latest' | 'all'
  readonly models?: readonly string[]
}

export type OnProgress = (progress: Progress) => void

export class ExtractSession {
  #models: readonly ScoringModel[]
  readonly #combined: CombinedFormula | null
  readonly #scorers: readonly BlockScoring[]
  readonly bench: Bench
  readonly unlabelled = new Unlabelled(() => this.#opened())
  readonly insight = new Insight(() => ({ ...this.#opened(), models: this.#models, combined: this.#combined, scorers: this.#scorers }))
  #open: Open | null = null
  /** Made once an extract, when it is first asked for. */
  #today: { readonly of: Open; readonly facts: TodayFacts } | null = null
  /** Ends the reading or scoring that runs, when another begins. */
  #running = new AbortController()

  /** @param combined left out where a model that it needs is not among `models` */
  constructor(models: readonly ScoringModel[], scorers: readonly BlockScoring[], combined: CombinedFormula | null = null, worlds: BundledWorlds | null = null) {
    this.#models = models
    this.#scorers = scorers
    this.#combined = combined?.models.every((part) => models.some(({ id }) => id === part)) ? combined : null
    this.bench = new Bench(worlds)
  }

  propose(file: ByteSource, signal: AbortSignal): Promise<Outcome<MappingProposal>> {
    return proposeFor(file, signal)
  }

  proposeGroup(files: readonly NamedFile[], signal: AbortSignal, overrides?: ReadonlyMap<FieldName, string>): Promise<Outcome<readonly Layout[]>> {
    return proposeGroupFor(files, signal, overrides)
  }

  /** Reads a file under a mapping. */
  open(file: ByteSource, dialect: Dialect, mapping: Mapping, signal: AbortSignal, onProgress: OnProgress): Promise<Outcome<OpenedExtract>> {
    return this.openGroup([{ name: '', file, dialect, mapping }], signal, onProgress)
  }

  /** Reads files as one extract; the extract that was open is let go first, so that two are never held at once. */
  async openGroup(parts: readonly ExtractPart[], signal: AbortSignal, onProgress: OnProgress): Promise<Outcome<OpenedExtract>> {
    const alone = this.#alone(signal)
    this.#open = null
    this.#today = null
    this.bench.openExtract(null)
    const outcome = await readExtract(parts, alone, onProgress)
    if (!outcome.ok) return outcome
    heed(alone)
    const { table, summary } = outcome.value
    const context = buildFeatureContext(table)
    const scores = new Map(this.#standing().map((id) => [id, notScored(table.rowCount)]))
    const source = alertSource(context, scores)
    this.#open = { parts, read: outcome.value, context, source, scores }
    this.bench.openExtract({ source, context })
    return { ok: true, value: describeExtract(table, summary) }
  }

  /** Opens a further model on every scorer; the fault where it does not run. What is open and scored stays. */
  async addModel(model: AnyBytes): Promise<ModelFault | null> {
    const scoring = scoringModelOf(model)
    const { id } = scoring
    if (this.#scorers.length === 0) return doesNotRun(id, 'nothing is here to run it')
    const faults = await Promise.all(this.#scorers.map((scorer) => scorer.add(model)))
    const fault = faults.find((one) => one !== null)
    if (fault) {
      await this.removeModel(id)
      return fault
    }
    this.#models = [...this.#models, scoring]
    this.#open?.scores.set(id, notScored(this.#open.read.table.rowCount))
    this.bench.scoresChanged()
    return null
  }

  /** Forgets a model and its scores; one that is not here is none the worse. */
  async removeModel(model: string): Promise<void> {
    this.#models = this.#models.filter(({ id }) => id !== model)
    this.#open?.scores.delete(model)
    this.bench.scoresChanged()
    await Promise.all(this.#scorers.map((scorer) => scorer.remove(model)))
  }

  /** Scores what is open; every score that is made anew is dropped first. Resolves to the rows that were scored. */
  async score(signal: AbortSignal, onProgress: OnProgress, onLatest: (models: readonly string[]) => void, { rows = 'all', models: only }: ScoreRequest = {}): Promise<Outcome<{ rows: number; seconds: number }, EngineFault>> {
    const { read, context, scores } = this.#opened()
    const alone = this.#alone(signal)
    const models = only ? this.#models.filter(({ id }) => only.includes(id)) : this.#models
    if (models.length === 0) return { ok: false, fault: noModel }
    const combined = this.#combined?.models.some((part) => models.some(({ id }) => id === part)) ? this.#combined : null
    const start = performance.now()
    for (const { id } of [...models, ...(combined ? [combined] : [])]) scores.get(id)?.fill(NaN)
    this.bench.scoresChanged()
    let scored = 0
    const count: OnProgress = (progress) => {
      if (progress.step === 'scoring') scored = progress.rowsDone
      onProgress(progress)
    }
    // What the bench was asked while rows were being scored does not outlive the scoring.
    await scoreExtract({ table: read.table, context, models, combined, scorers: this.#scorers, scores, rows }, alone, count, onLatest).finally(() => this.bench.scoresChanged())
    return { ok: true, value: { rows: scored, seconds: (performance.now() - start) / 1000 } }
  }

  view(query: AlertQuery): AlertView {
    return alertView(this.#opened().source, query)
  }

  today(): TodayFacts {
    const open = this.#opened()
    if (this.#today?.of !== open) this.#today = { of: open, facts: gatherToday(open.context) }
    return this.#today.facts
  }

  latestScores(model: string): Float32Array {
    const scores = this.#opened().source.scores.get(model)
    return Float32Array.from(this.today().rows, (row) => scores?.[row] ?? NaN)
  }

  alertDays(model: string, segments: SegmentThresholds | null): AlertDays {
    return alertDays(this.#opened().source, model, segments)
  }

  rows(rows: Uint32Array): readonly AlertRow[] {
    return alertRows(this.#opened().source, rows)
  }

  history(row: number): SeriesHistory {
    return seriesHistory(this.#opened().source, row)
  }

  /** Why a row was judged as it was; one scorer runs the models for it, behind what it is scoring. */
  explain(row: number): Promise<RowExplanation> {
    const { context, scores } = this.#opened()
    return explainRow(context, seriesOfRow(context.table, row), row, { scorer: this.#scorers[0] ?? null, models: this.#models, combined: this.#combined, scores })
  }

  /** The extract with its scores, as text in pieces. */
  async predictions(
    options: PredictionRequest,
    signal: AbortSignal,
    onProgress: OnProgress,
    write: (text: string) => void | Promise<void>,
  ): Promise<void> {
    const { parts, read, source } = this.#opened()
    const models = [...source.scores].map(([id, scores]) => ({ id, scores }))
    const { segments, ...alertBy } = options.alertBy
    const cuts = segments ? { cuts: tableCuts(source, segments) } : {}
    const columns = predictionColumns(read.table, read.summary.records, read.recordIssues, { ...options, models, alertBy: { ...alertBy, ...cuts } })
    await writePredictions(parts, read.summary, columns, signal, onProgress, write)
  }

  /** The rows with something to mend, as a file in memory. */
  async rejects(signal: AbortSignal, onProgress: OnProgress): Promise<Outcome<Blob, never>> {
    const { parts, read } = this.#opened()
    return blobOf((write) => writeRejects(parts, read.summary, signal, onProgress, write))
  }

  /** Ids of all that has scores, in the order in which they are listed: a combination behind its models, before models that were brought. */
  #standing(): readonly string[] {
    const ids = this.#models.map(({ id }) => id)
    const combined = this.#combined
    if (!combined) return ids
    const behind = Math.max(...combined.models.map((id) => ids.indexOf(id))) + 1
    return ids.toSpliced(behind, 0, combined.id)
  }

  /** A signal that is also given when another reading or scoring begins: one at a time. */
  #alone(signal: AbortSignal): AbortSignal {
    this.#running.abort()
    this.#running = new AbortController()
    return AbortSignal.any([signal, this.#running.signal])
  }

  #opened(): Open {
    if (!this.#open) throw new EngineStopped(noExtract)
    return this.#open
  }
}

const notScored = (rows: number) => new Float32Array(rows).fill(NaN)

function alertSource({ table, demand }: FeatureContext, scores: ReadonlyMap<string, Float32Array>): AlertSource {
  const { daysSinceSale, expectedSinceSale, rate, ourForecast } = demand
  return { table, scores, daysSinceSale, missedUnits: expectedSinceSale, unitsPerDay: rate, ourForecast }
}

/** The predictions as a file in memory; pieces leave the heap as they are written. */
export async function predictionsBlob(
  session: ExtractSession,
  alertBy: AlertBy,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Outcome<Blob, never>> {
  return blobOf((write) => session.predictions({ alertBy, rows: 'all' }, signal, onProgress, write))
}
