/**
 * What the page, the extract worker and the scoring workers say to each other. Nobody else
 * posts messages. Every request with an `id` gets exactly one answer with that id.
 */
import type { AlertQuery, AlertRow, AlertView, SeriesHistory } from '../domain/alerts/alert-row'
import type { AlertDays } from '../domain/alerts/today/alert-days'
import type { TodayFacts } from '../domain/alerts/today/today-facts'
import type { Dialect } from '../domain/csv/dialect'
import type { Mapping, MappingProposal } from '../domain/csv/mapping'
import type { Fault, Outcome } from '../domain/csv/problems'
import type { Layout } from '../domain/csv/propose-group'
import type { RowExplanation } from '../domain/explain/row-explanation'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { CombinedFormula } from '../domain/scoring/combined-score'
import type { ModelFault } from '../domain/scoring/model-faults'
import type { BlockScores, BlockTask, ModelBytes } from './block-scorer'
import type { EngineFault, OpenedExtract, Progress } from './engine'
import type { ExplainTask, RowCoalitions } from './explain-row'
import type { ScoringModel } from './score-extract'
import type { Unpacked } from './unpack-zip'
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
  addModel: { readonly model: ModelBytes }
  removeModel: { readonly model: string }
  view: { readonly query: AlertQuery }
  today: object
  latestScores: { readonly model: string }
  alertDays: { readonly model: string }
  rows: { readonly rows: Uint32Array }
  history: { readonly row: number }
  explain: { readonly row: number }
  curve: { readonly model: string }
  predictions: { readonly alertBy: { readonly model: string; readonly threshold: number } }
}

/** Extract worker to page: what each question is answered with. */
export interface ExtractAnswers {
  propose: Outcome<MappingProposal, Fault | EngineFault>
  open: Outcome<OpenedExtract, Fault | EngineFault>
  proposeGroup: Outcome<readonly Layout[], Fault | EngineFault>
  openGroup: Outcome<OpenedExtract, Fault | EngineFault>
  rejects: Outcome<Blob, EngineFault>
  score: Outcome<{ readonly rows: number; readonly seconds: number }, EngineFault>
  unpack: Outcome<Unpacked, EngineFault>
  /** Why the model does not run; null: it stands. */
  addModel: Outcome<ModelFault | null, EngineFault>
  removeModel: Outcome<null, EngineFault>
  view: Outcome<AlertView, EngineFault>
  today: Outcome<TodayFacts, EngineFault>
  latestScores: Outcome<Float32Array, EngineFault>
  alertDays: Outcome<AlertDays, EngineFault>
  rows: Outcome<readonly AlertRow[], EngineFault>
  history: Outcome<SeriesHistory, EngineFault>
  explain: Outcome<RowExplanation, EngineFault>
  curve: Outcome<ThresholdCurve | null, EngineFault>
  predictions: Outcome<Blob, EngineFault>
}

export type QuestionKind = keyof ExtractQuestions

export type ExtractRequest =
  /** The first message: the models and their combination, and a port to each scoring worker. */
  | { readonly kind: 'start'; readonly models: readonly ScoringModel[]; readonly combined: CombinedFormula | null; readonly scorers: readonly MessagePort[] }
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
  | { readonly kind: 'latest'; readonly id: number }
  | { readonly [Kind in QuestionKind]: { readonly kind: Kind; readonly id: number; readonly outcome: ExtractAnswers[Kind] } }[QuestionKind]

/** Page to scoring worker, once: the runtime, the models, and the port on which blocks come. */
export interface ScoringStart {
  readonly kind: 'start'
  readonly wasm: ArrayBuffer
  readonly models: readonly ModelBytes[]
  readonly port: MessagePort
}

export type ScoringRequest = ScoringStart | Ping

/** Scoring worker to page: one of the first two once, then signs of life. */
export type ScoringReply =
  | { readonly kind: 'started'; readonly refused: ReadonlyMap<string, ModelFault> }
  | { readonly kind: 'not-started'; readonly reason: string }
  | Pong

/** Extract worker to scoring worker. `task.values` is transferred, a model's bytes are copied: each scorer needs them. */
export type BlockRequest =
  | { readonly kind: 'block'; readonly id: number; readonly task: BlockTask }
  | { readonly kind: 'explain'; readonly id: number; readonly task: ExplainTask }
  | { readonly kind: 'add'; readonly id: number; readonly model: ModelBytes }
  | { readonly kind: 'remove'; readonly id: number; readonly model: string }

/** Scoring worker to extract worker. */
export type BlockReply =
  | { readonly kind: 'scored'; readonly id: number; readonly result: BlockScores }
  | { readonly kind: 'explained'; readonly id: number; readonly result: RowCoalitions }
  | { readonly kind: 'added'; readonly id: number; readonly fault: ModelFault | null }
  | { readonly kind: 'removed'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }

/** What a worker, its global scope and a message port have in common. */
export interface Endpoint {
  postMessage(message: unknown, transfer: Transferable[]): void
  onmessage: ((event: MessageEvent) => void) | null
}
