/**
 * What the app asks of the engine. The worker client and the inline engine (tests, command
 * line) offer the same interface; screens never see either.
 */
import type { AlertQuery, AlertRow, AlertView, SeriesHistory } from '../domain/alerts/alert-row'
import type { AlertDays } from '../domain/alerts/today/alert-days'
import type { TodayFacts } from '../domain/alerts/today/today-facts'
import type { RowsSource } from '../domain/bench/measured-rows'
import type { ShelfCheck } from '../domain/bench/shelf-check'
import type { StudyAnswer, StudyName, StudyQuestion } from '../domain/bench/studies'
import type { MappingProposal, Mapping } from '../domain/csv/mapping'
import type { Dialect } from '../domain/csv/dialect'
import type { Fault, Outcome } from '../domain/csv/problems'
import type { RowExplanation } from '../domain/explain/row-explanation'
import type { ExpectedAtThreshold } from '../domain/drift/expected-at-threshold'
import type { ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureReference } from '../domain/drift/feature-drift'
import type { InsightAnswer, InsightQuestion } from '../domain/insight/insight-question'
import type { Layout } from '../domain/csv/propose-group'
import type { ReadSummary } from '../domain/csv/read-result'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { PipelineSpec } from '../domain/pipelines/pipeline-spec'
import type { RuleCurve } from '../domain/rules/rule-curve'
import type { CombinedFormula } from '../domain/scoring/combined-score'
import type { ModelManifest, ThresholdFile } from '../domain/scoring/model-manifest'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import type { EpochDay, RowIndex } from '../domain/table/extract-table'
import type { ExtractPart, NamedFile } from './extract-parts'
import type { ExpectedQuestion } from './unlabelled'
import type { WhatIfOutcome, WhatIfQuestion } from './what-if'

export type EngineFaultCode =
  | 'cancelled'
  | 'worker-died'
  | 'model-missing'
  | 'model-corrupt'
  | 'model-unknown-feature'
  | 'model-already-here'
  | 'pipeline-misfit'
  | 'out-of-memory'
  | 'no-extract'
  | 'unreadable-file'
  | 'unexpected'

export interface EngineFault {
  readonly code: EngineFaultCode
  readonly sentence: string
  readonly advice: string
}

/** A model folder as loaded. */
export interface GraphModel {
  readonly id: string
  readonly name: string
  readonly usable: true
  readonly kind: 'graph'
  /** Brought by the user for this tab, not shipped with the app. */
  readonly own: boolean
  readonly manifest: ModelManifest
  readonly threshold: ThresholdFile
  readonly card: string
}

/** A pipeline of another project, brought by the user: its probabilities are taken as they come, and we have not measured or calibrated them. */
export interface PipelineModel {
  readonly id: string
  readonly name: string
  readonly usable: true
  readonly kind: 'pipeline'
  readonly own: true
  readonly pipeline: PipelineSpec
  readonly threshold: ThresholdFile
  readonly card: string
}

/** A score that is computed from those of other models; see domain/scoring/combined-score.ts. */
export interface CombinationModel {
  readonly id: string
  readonly name: string
  readonly usable: true
  readonly kind: 'combination'
  readonly formula: CombinedFormula
  readonly threshold: ThresholdFile
}

/** A file that the user brings: of a model folder, or a zip archive of some. */
export interface BroughtFile {
  /** Its name, with the folders that it lies in as far as they are known, parted by /. */
  readonly path: string
  readonly blob: Blob
}

/** What can be asked for scores by its id. */
export type UsableModel = GraphModel | PipelineModel | CombinationModel

/** The same, or refused with the reason. */
export type LoadedModel = UsableModel | { readonly id: string; readonly usable: false; readonly fault: EngineFault }

/**
 * A running piece of work. `done` always settles, once, and never rejects; after `cancel` it
 * settles as cancelled. What nobody foresaw comes as the fault `unexpected`.
 */
export interface Job<Value, Reason = EngineFault> {
  readonly done: Promise<Outcome<Value, Reason | EngineFault>>
  cancel(): void
}

export type Progress =
  | { readonly step: 'reading'; readonly fraction: number; readonly records: number }
  | { readonly step: 'scoring'; readonly fraction: number; readonly rowsDone: number; readonly rowsToDo: number }

/** What is known of an extract once it is read and before it is scored. */
export interface OpenedExtract {
  readonly summary: ReadSummary
  readonly stores: readonly string[]
  readonly categories: readonly string[]
  /** Days on which at least one candidate row stands, ascending. */
  readonly days: Int32Array
  /** The latest day of the extract. */
  readonly latestDay: EpochDay
  /** Rows with on-hand > 0; of these, rows with enough history to alert. */
  readonly scoredRows: number
  readonly candidateRows: number
  /**
   * Candidate rows whose truth the file tells: by its label column, or, where that says nothing, by a
   * count. Only with some of them can a model be measured on this extract.
   */
  readonly labelled: { readonly stated: number; readonly counted: number }
  readonly hasPrice: boolean
}

/** What decides an alert: a model, its common threshold, and the thresholds of their own that segments have with it. */
export interface AlertBy {
  readonly model: string
  readonly threshold: number
  readonly segments?: SegmentThresholds | null
}

/**
 * The questions that are no jobs (`view`, `today`, `latestScores`, `alertDays`, `rows`, `history`, `explain`, `whatIf`, `drift`, `expected`, `curve`,
 * `ruleCurves`, `study`, `tellChecks`) answer from what is open.
 * They reject with an `EngineStopped` where nothing is open or a worker died meanwhile.
 */
export interface Engine {
  /**
   * Loads models and starts workers; every request that the app makes is over when it settles
   * (one exception: a worker that died is started again from its script). Call it once, first.
   */
  load(): Promise<readonly LoadedModel[]>
  /** `results.json` as `load` fetched it, unchecked; null before, and where it is absent. */
  results(): unknown
  /** Looks at the head of a file: dialect, mapping, questions. */
  propose(file: Blob): Job<MappingProposal, Fault>
  /** Reads the whole file under a mapping. Replaces the extract that was open. */
  open(file: Blob, dialect: Dialect, mapping: Mapping, onProgress: (progress: Progress) => void): Job<OpenedExtract, Fault>
  /** Looks at the heads of several files that are one extract: one mapping for each set of headers among them. */
  proposeGroup(files: readonly NamedFile<Blob>[]): Job<readonly Layout[], Fault>
  /** Reads them as one extract, in the order given: where two state the same day, the later one stands. */
  openGroup(parts: readonly ExtractPart<Blob>[], onProgress: (progress: Progress) => void): Job<OpenedExtract, Fault>
  /**
   * Opens the model folders among the files beside those that stand, and says of each folder what
   * became of it; never empty where it succeeds. An id or name that is taken is told apart. Nothing is scored by
   * it, and what is open and scored stays. The models last as long as the tab; a worker that dies
   * does not lose them.
   */
  bring(files: readonly BroughtFile[]): Job<readonly LoadedModel[]>
  /** Forgets a model that was brought, with its scores. Rejects as the questions below do. */
  remove(model: string): Promise<void>
  /**
   * Scores every row of the open extract with every usable model, or with those of `models` alone
   * (what the others gave stays): the latest day of each store-item first. `onLatest` is told which models
   * have scored those: first the ones that read rows, then, where there are others, all.
   */
  score(onProgress: (progress: Progress) => void, onLatest: (models: readonly string[]) => void, models?: readonly string[]): Job<{ readonly rows: number; readonly seconds: number }>
  view(query: AlertQuery): Promise<AlertView>
  /** What today's list is made from; depends on the extract alone. */
  today(): Promise<TodayFacts>
  /** The model's probability of each entry of `today`, NaN where it is not scored (yet). */
  latestScores(model: string): Promise<Float32Array>
  /** The probabilities of every day, so far as they are scored; with `segments` as the common threshold judges them. */
  alertDays(model: string, segments?: SegmentThresholds | null): Promise<AlertDays>
  rows(rows: Uint32Array): Promise<readonly AlertRow[]>
  /** The series that a row belongs to, all its days. */
  history(row: RowIndex): Promise<SeriesHistory>
  /** Why a row was judged as it was: the facts, and each model's score shared out among groups of evidence. */
  explain(row: RowIndex): Promise<RowExplanation>
  /** What the models would say of a row, had its own columns been otherwise; or why that cannot be asked of it. */
  whatIf(question: WhatIfQuestion): Promise<WhatIfOutcome>
  /** Runs a model anew on some of the extract's rows: what it makes of a feature, or what it leans on. */
  insight(question: InsightQuestion, onProgress: (progress: Progress) => void): Job<InsightAnswer>
  /** How far the extract's features stand from what a model learned from: its manifest's `feature_quantiles`. Takes a second or two of a million rows. */
  drift(reference: FeatureReference): Promise<ExtractDrift>
  /** What to expect of a threshold on this extract, labelled or not, from the scores as they stand. */
  expected(question: ExpectedQuestion): Promise<ExpectedAtThreshold>
  /** Curve over the rows of a source; null where it has none whose truth is known, or the model has not scored them. Those of the test worlds are there with nothing open. With `segments`: what the common threshold does while these stand. */
  curve(source: RowsSource, model: string, segments?: SegmentThresholds | null): Promise<ThresholdCurve | null>
  /** The same of the rules that programmes use; null where the source has no rows. */
  ruleCurves(source: RowsSource): Promise<readonly RuleCurve[] | null>
  /** What a study of the bench says of the rows of one source; null where it has none whose truth is known. */
  study<Name extends StudyName>(source: RowsSource, name: Name, question: StudyQuestion<Name>): Promise<StudyAnswer<Name> | null>
  /** What was found in the store, for the source `findings`; takes the place of what was told before, and is forgotten with the extract. */
  tellChecks(checks: readonly ShelfCheck[]): Promise<void>
  /**
   * `phantom_predictions.csv`: the input's columns as they came and the scores, as the command
   * line writes them. `alertBy` decides `phantom_alert`.
   */
  predictions(alertBy: AlertBy, onProgress: (progress: Progress) => void): Job<Blob>
  /** The rows with something to mend as they came, each with its file, line, columns and problem behind it. */
  rejects(onProgress: (progress: Progress) => void): Job<Blob>
  /** Ends all workers; jobs that run settle as cancelled. */
  dispose(): void
}

/** Why a question got no answer. */
export class EngineStopped extends Error {
  override readonly name = 'EngineStopped'
  readonly fault: EngineFault
  constructor(fault: EngineFault) {
    super(fault.sentence)
    this.fault = fault
  }
}
