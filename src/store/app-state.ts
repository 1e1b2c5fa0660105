/**
 * The state of the app: only what the user and the files caused. Everything that follows
 * from it (alerts, counts, the threshold in use) is computed in selectors.ts.
 */
import type { AlertQuery, AlertRow, AlertView, SeriesHistory } from '../domain/alerts/alert-row'
import type { Mapping, MappingProposal } from '../domain/csv/mapping'
import type { Fault } from '../domain/csv/problems'
import type { Layout } from '../domain/csv/propose-group'
import type { RowExplanation } from '../domain/explain/row-explanation'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { RowIndex } from '../domain/table/extract-table'
import type { EngineFault, LoadedModel, OpenedExtract } from '../engine/engine'
import type { BenchActions, BenchState } from './bench-state'
import type { BenchViewActions, BenchViewState } from './bench-view-state'
import type { CarriedActions, CarriedState } from './carried-state'
import type { EstimatesActions } from './estimates-slice'
import type { FindingsActions, FindingsState } from './findings-state'
import type { KeptMappingsActions, KeptMappingsState } from './kept-mappings-state'
import type { GoalsActions, GoalsState } from './goals-state'
import type { InsightActions } from './insight-state'
import type { ListActions } from './list-slice'
import type { OwnModelsActions, OwnModelsState } from './own-models-state'
import type { PayoffActions, PayoffState } from './payoff-state'
import type { PickedForActions, PickedForState } from './picked-for-state'
import type { SegmentsActions, SegmentsState } from './segments-state'
import type { TakeAwayActions, TakeAwayState } from './take-away/take-away-state'
import type { TodayActions, TodayState } from './today-state'
import type { TourActions, TourState } from './tour-state'

/** What the app is doing. One at a time. */
export type Phase =
  /** Models, workers and screens are being fetched. A file that was dropped early waits in `file`. */
  | { readonly phase: 'loading-models' }
  | { readonly phase: 'empty' }
  /** The head of the file is being looked at. */
  | { readonly phase: 'proposing' }
  /** The user must answer, or wants to change, the mapping in `mapping`. `before` is where leaving it as it was leads; null: nothing is read yet. */
  | { readonly phase: 'mapping'; readonly before: (Pick<AppState, 'answers' | 'proposal' | 'group'> & { readonly phase: ReadyPhase; readonly mapping: Mapping }) | null }
  | { readonly phase: 'reading'; readonly fraction: number; readonly records: number }
  /** `latestOf`: models whose latest day can be looked at while the rest is still scored. */
  | { readonly phase: 'scoring'; readonly fraction: number; readonly rowsDone: number; readonly rowsToDo: number; readonly latestOf: readonly string[] }
  | ReadyPhase
  | { readonly phase: 'failed'; readonly fault: Fault | EngineFault }

export interface ReadyPhase {
  readonly phase: 'ready'
  readonly scored: ScoredExtent
}

/** How far scoring came; less than `all` after a cancel. */
export type ScoredExtent =
  | { readonly rows: 'all'; readonly count: number; readonly seconds: number }
  /** The models that have scored the latest day. */
  | { readonly rows: 'latest'; readonly of: readonly string[] }
  | { readonly rows: 'none' }

/** The tabs, by their visible names. */
export type Tab = 'Alerts' | 'Thresholds' | 'Models' | 'Data quality'

/** The query of the Alerts screen without its model and thresholds, which are those of the whole app. */
export type AlertFilter = Omit<AlertQuery, 'model' | 'segments'>

/** The file in hand. */
export interface ExtractFile {
  readonly name: string
  readonly blob: Blob
  readonly isDemo: boolean
  /** The files, where several were given together; `blob` is then the first and `name` tells them all. */
  readonly parts?: readonly NamedBlob[]
}

export interface NamedBlob {
  readonly name: string
  readonly blob: Blob
}

/** Several files that are one extract: their sets of headers, and the mapping of each. `mapping` is that of `layouts[at]` while it is in hand. */
export interface FileGroup {
  readonly layouts: readonly Layout[]
  readonly mappings: readonly Mapping[]
  readonly at: number
}

/** Curves by model id; null where there is none (no labels, nothing bundled). */
export type CurvesByModel = Readonly<Record<string, ThresholdCurve | null>>

export interface AppState extends BenchState, BenchViewState, CarriedState, GoalsState, KeptMappingsState, OwnModelsState, PayoffState, PickedForState, SegmentsState, TakeAwayState, TodayState, TourState {
  readonly phase: Phase
  /** Empty until loaded; then the four, usable or refused with the reason, their combined score, and the models that the user brought. */
  readonly loadedModels: readonly LoadedModel[]
  /** `results.json` as fetched; domain/metrics/results.ts says whether it is sound. null until loaded or if absent. */
  readonly results: unknown
  readonly file: ExtractFile | null
  readonly proposal: MappingProposal | null
  /** Proposed, then as the user changed it. */
  readonly mapping: Mapping | null
  /** Answers given, by question id: index of the option. */
  readonly answers: Readonly<Record<string, number>>
  /** Null where one file is in hand. */
  readonly group: FileGroup | null
  /** When the mapping in hand was settled, where it was recalled from an earlier file with the same headers; milliseconds since 1970-01-01 UTC. */
  readonly recalledFrom: number | null
  /** null until the file is read. */
  readonly opened: OpenedExtract | null
  readonly tab: Tab
  /** Id of the chosen model. */
  readonly model: string
  /** Thresholds that the user set, by model id, for all rows whose segment has none of its own; a model without one is at its shipped threshold: see selectThreshold. */
  readonly thresholds: Readonly<Record<string, number>>
  readonly filter: AlertFilter
  /** The engine's last answer to (model, filter), with the question. */
  readonly view: { readonly query: AlertQuery; readonly view: AlertView } | null
  /** Over the open extract's own labels. Filled when all is scored. */
  readonly extractCurves: CurvesByModel
  /** Over the bundled test worlds. Filled at start. */
  readonly bundledCurves: CurvesByModel
  /** 0 to 1 while predictions are written. */
  readonly downloadFraction: number | null
  /** Something to say once, such as a download that failed. */
  readonly notice: EngineFault | null
  /** What was found; outlives the file in hand. */
  readonly findings: FindingsState
}

export interface AppActions extends BenchActions, BenchViewActions, CarriedActions, EstimatesActions, FindingsActions, GoalsActions, KeptMappingsActions, InsightActions, ListActions, OwnModelsActions, PayoffActions, PickedForActions, SegmentsActions, TakeAwayActions, TodayActions, TourActions {
  /** Loads the models and everything else that needs the network. Called once. */
  readonly start: () => Promise<void>
  /** Takes a file: looks at its head, and reads and scores it at once if its mapping is certain. */
  readonly dropFile: (file: Blob, name: string) => Promise<void>
  /** Takes several files as one extract; of one alone it is `dropFile`. */
  readonly dropFiles: (files: readonly NamedBlob[]) => Promise<void>
  readonly tryDemo: () => Promise<void>
  /** Chooses option `option` of question `id` of the proposal. */
  readonly answerQuestion: (id: string, option: number) => void
  /** Changes the draft mapping while phase is `mapping`. */
  readonly changeMapping: (mapping: Mapping) => void
  /** Opens the mapping for change: of the extract that is `ready`, or of a file that failed under it. */
  readonly editMapping: () => void
  /** Leaves the mapping as it was, back to the extract; with nothing read yet, to the start screen. */
  readonly keepMapping: () => void
  /** Reads and scores under the mapping in hand; of several layouts, goes on to the next until the last one is settled. */
  readonly applyMapping: () => Promise<void>
  /** Scores the open extract again, after a cancel left rows out. */
  readonly scoreRest: () => Promise<void>
  /** Stops what runs: reading gives the start screen, scoring keeps what is scored. */
  readonly cancel: () => void
  /** Back to the start screen; models stay. */
  readonly startOver: () => void
  readonly openTab: (tab: Tab) => void
  readonly chooseModel: (model: string) => void
  /** `threshold` null: back to the shipped one. */
  readonly setThreshold: (model: string, threshold: number | null) => void
  readonly setFilter: (change: Partial<AlertFilter>) => void
  /** Rows as objects, for those that are drawn. This and `history` reject where there is no answer; the store has said why by then. */
  readonly rows: (rows: Uint32Array) => Promise<readonly AlertRow[]>
  readonly history: (row: RowIndex) => Promise<SeriesHistory>
  /** Why a row was judged as it was. Rejects as `rows` does. */
  readonly explain: (row: RowIndex) => Promise<RowExplanation>
  /** Writes `phantom_predictions.csv`, alerts by the chosen model at its threshold. */
  readonly downloadPredictions: () => Promise<void>
  /** Writes `phantom_rejects.csv`: the rows with something to mend, which can be given back once they are mended. */
  readonly downloadRejects: () => Promise<void>
  /** Writes `phantom_problems.csv`: the problems that were kept with their place. */
  readonly downloadProblems: () => void
  readonly dismissNotice: () => void
}

export type AppStoreState = AppState & AppActions

export const allRowsFilter: AlertFilter = {
  scope: { kind: 'latest' },
  store: null,
  category: null,
  search: '',
  order: { column: 'probability', descending: true },
}
