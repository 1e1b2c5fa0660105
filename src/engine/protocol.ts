/**
 * What the page, the extract worker and the scoring workers say to each other. Nobody else
 * posts messages. Every request with an `id` gets exactly one answer with that id.
 */
import type { AlertQuery, AlertRow, AlertView, SeriesHistory } from '../domain/alerts/alert-row'
import type { AlertDays } from '../domain/alerts/today/alert-days'
import type { TodayFacts } from '../domain/alerts/today/today-facts'
import type { RowsSource } from '../domain/bench/measured-rows'
import type { ShelfCheck } from '../domain/bench/shelf-check'
import type { StudyAnswer, StudyName, StudyQuestion } from '../domain/bench/studies'
import type { Dialect } from '../domain/csv/dialect'
import type { Mapping, MappingProposal } from '../domain/csv/mapping'
import type { Fault, Outcome } from '../domain/csv/problems'
import type { Layout } from '../domain/csv/propose-group'
import type { RowExplanation } from '../domain/explain/row-explanation'
import type { ExpectedAtThreshold } from '../domain/drift/expected-at-threshold'
import type { ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureReference } from '../domain/drift/feature-drift'
import type { InsightAnswer, InsightQuestion } from '../domain/insight/insight-question'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { ReadPipeline } from '../domain/pipelines/read-pipeline'
import type { RuleCurve } from '../domain/rules/rule-curve'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import type { CombinedFormula } from '../domain/scoring/combined-score'
import type { ModelFault } from '../domain/scoring/model-faults'
import type { Checked } from '../domain/scoring/read-model-files'
import type { BlockScores, BlockTask } from './block-scorer'
import type { BundledWorlds } from './bundled-worlds'
import type { AlertBy, EngineFault, OpenedExtract, Progress } from './engine'
import type { ExplainTask, RowCoalitions } from './explain-row'
import type { AnyBytes, ScoringModel } from './model-bytes'
import type { ExpectedQuestion } from './unlabelled'
import type { Unpacked } from './unpack-zip'
import type { WhatIfOutcome, WhatIfQuestion } from './what-if'
import type { ExtractPart, NamedFile } from './extract-parts'

/** Page to extract worker: what is asked, by name. */
export interface ExtractQuestions {
  propose: { readonly file: Blob }
  open: { readonly file: Blob; readonly dialect: Dialect; readonly mapping: Mapping }
  proposeGroup: { readonly files: readonly NamedFile<Blob>[] }
  openGroup: { readonly parts: readonly ExtractPart<Blob>[] }
  rejects: object
  score: { readonly models?: readonly string[] }
  unpack: { readonly archive: Blob }
  settlePipeline: { readonly model: string; readonly graph: Uint8Array; readonly manifest: string | null }
  addModel: { readonly model: AnyBytes }
  removeModel: { readonly model: string }
  view: { readonly query: AlertQuery }
  today: object
  latestScores: { readonly model: string }
  alertDays: { readonly model: string; readonly segments: SegmentThresholds | null }
  rows: { readonly rows: Uint32Array }
  history: { readonly row: number }
  explain: { readonly row: number }
  whatIf: { readonly question: WhatIfQuestion }
  insight: { readonly question: InsightQuestion }
  drift: { readonly reference: FeatureReference }
  expected: { readonly question: ExpectedQuestion }
  curve: { readonly source: RowsSource; readonly model: string; readonly segments: SegmentThresholds | null }
  ruleCurves: { readonly source: RowsSource }
  /** The question is that of the study that is named: the engine's interface sees to it. */
  study: { readonly source: RowsSource; readonly name: StudyName; readonly question: StudyQuestion<StudyName> }
  tellChecks: { readonly checks: readonly ShelfCheck[] }
  predictions: { readonly alertBy: AlertBy }
}

/** Extract worker to page: what the questions that are no jobs are answered with. */
export interface PlainAnswers {
  unpack: Unpacked
  /** What feeds the pipeline, or why it does not fit. */
  settlePipeline: Checked<ReadPipeline>
  /** Why the model does not run; null: it stands. */
  addModel: ModelFault | null
  removeModel: null
  view: AlertView
  today: TodayFacts
  latestScores: Float32Array
  alertDays: AlertDays
  rows: readonly AlertRow[]
  history: SeriesHistory
  explain: RowExplanation
  /** A scenario that makes no sense is an answer, not a fault of the engine. */
  whatIf: WhatIfOutcome
  drift: ExtractDrift
  expected: ExpectedAtThreshold
  curve: ThresholdCurve | null
  ruleCurves: readonly RuleCurve[] | null
  /** The answer of the study that was named. */
  study: StudyAnswer<StudyName> | null
  tellChecks: null
}

export type PlainQuestionKind = keyof PlainAnswers

/** Extract worker to page: what comes of the jobs. */
export interface JobAnswers {
  propose: MappingProposal
  open: OpenedExtract
  proposeGroup: readonly Layout[]
  openGroup: OpenedExtract
  rejects: Blob
  score: { readonly rows: number; readonly seconds: number }
  insight: InsightAnswer
  predictions: Blob
}

type AnswerValues = JobAnswers & PlainAnswers

/** Why a question got no answer, beside what may befall every question. */
interface AnswerFaults extends Record<Exclude<QuestionKind, 'propose' | 'open' | 'proposeGroup' | 'openGroup'>, never> {
  propose: Fault
  open: Fault
  proposeGroup: Fault
  openGroup: Fault
}

/** Extract worker to page: every question is answered with an outcome. */
export type ExtractAnswer<Kind extends QuestionKind> = Outcome<AnswerValues[Kind], EngineFault | AnswerFaults[Kind]>

export type QuestionKind = keyof ExtractQuestions

export type ExtractRequest =
  /** The first message: the models and their combination, the test worlds, and a port to each scoring worker. */
  | { readonly kind: 'start'; readonly models: readonly ScoringModel[]; readonly combined: CombinedFormula | null; readonly worlds: BundledWorlds | null; readonly scorers: readonly MessagePort[] }
  | { readonly kind: 'cancel'; readonly id: number }
  | Ping
  | { readonly [Kind in QuestionKind]: { readonly kind: Kind; readonly id: number } & ExtractQuestions[Kind] }[QuestionKind]

/** Page to any worker: are you there? Answered by a `Pong`, before and after `start`. */
export interface Ping {
  readonly kind: 'ping'
}

export interface Pong {
  readonly kind: 'pong'
}

export type ExtractReply =
  | Pong
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'latest'; readonly id: number; readonly models: readonly string[] }
  /** In place of the answer to any question. */
  | { readonly kind: 'failed'; readonly id: number; readonly fault: EngineFault }
  | { readonly [Kind in QuestionKind]: { readonly kind: Kind; readonly id: number; readonly outcome: ExtractAnswer<Kind> } }[QuestionKind]

/** Page to scoring worker, once: the runtime, the models, and the port on which blocks come. */
export interface ScoringStart {
  readonly kind: 'start'
  /** By reference: the bytes are held once for all realms, and outside of them. */
  readonly wasm: Blob
  readonly models: readonly AnyBytes[]
  readonly port: MessagePort
}

export type ScoringRequest = ScoringStart | Ping

/** Scoring worker to page: one of the first two once, then signs of life. */
export type ScoringReply =
  | { readonly kind: 'started'; readonly refused: ReadonlyMap<string, ModelFault> }
  | { readonly kind: 'not-started'; readonly reason: string }
  | Pong

/** Extract worker to scoring worker. `task.values` is transferred, and comes back where it is wanted; a model's bytes are copied: each scorer needs them. */
export type BlockRequest =
  | { readonly kind: 'block'; readonly id: number; readonly task: BlockTask; readonly givesBack: boolean }
  | { readonly kind: 'explain'; readonly id: number; readonly task: ExplainTask }
  | { readonly kind: 'add'; readonly id: number; readonly model: AnyBytes }
  | { readonly kind: 'remove'; readonly id: number; readonly model: string }

/** Scoring worker to extract worker. */
export type BlockReply =
  | { readonly kind: 'scored'; readonly id: number; readonly result: BlockScores; readonly room: ArrayBuffer | null }
  | { readonly kind: 'explained'; readonly id: number; readonly result: RowCoalitions }
  | { readonly kind: 'added'; readonly id: number; readonly fault: ModelFault | null }
  | { readonly kind: 'removed'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }

/** What a worker, its global scope and a message port have in common. */
export interface Endpoint {
  postMessage(message: unknown, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent) => void) | null
}
