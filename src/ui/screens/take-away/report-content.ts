/** What the report holds, before it is written: counts and settings; the figures printed follow from them. */
import type { Comparison } from '../../../domain/bench/compare'
import type { RowsSource } from '../../../domain/bench/measured-rows'
import type { ProfitCurve } from '../../../domain/bench/profit'
import type { Ranking, SureScore } from '../../../domain/bench/ranking'
import type { Segments } from '../../../domain/bench/segments'
import type { ConfusionCounts } from '../../../domain/metrics/counts-at'
import type { SegmentThresholds } from '../../../domain/segments/segment-thresholds'
import type { OverviewFigures } from '../../../domain/alerts/today/overview'
import type { PayoffTable } from '../../../store/payoff-state'
import type { TableCell } from '../../widgets/measured-table'

export interface ReportModel {
  readonly id: string
  readonly name: string
  readonly threshold: number
  /** Thresholds of their own that segments have; null: `threshold` is for all. */
  readonly segments: SegmentThresholds | null
  /** The threshold that it shipped with. */
  readonly shipped: number
  /** On the source's rows as it alerts; null where the model was not measured there. */
  readonly counts: ConfusionCounts | null
  /** How sure precision and recall as it alerts are, by store-item; null where that is not known. */
  readonly intervals: { readonly precision: SureScore; readonly recall: SureScore } | null
  /** Over all thresholds; NaN where it was not measured. */
  readonly averagePrecision: number
  readonly auc: number
  /** How sure these two are; null where that is not known. */
  readonly ranking: Ranking | null
  /** Digest of its graph, and the versions that it was trained with; null for a combination, which has no graph. */
  readonly origin: { readonly sha256: string; readonly dataVersion: string; readonly codeVersion: string } | null
}

/** A cell of a table of the report: text, or a figure of the screen's tables with its interval and note. */
export type ReportCell = string | TableCell

/** A picture and its numbers. */
export interface ReportFigure {
  readonly name: string
  readonly description: string
  readonly source: string
  /** An SVG element; its colours may be design tokens. */
  readonly svg: string
  readonly table: { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly ReportCell[])[] }
}

/** Charts as they are drawn on the screen, in its order: of the curves, and of what a threshold is worth. */
export interface ReportCharts {
  readonly curves: readonly ReportFigure[]
  readonly value: readonly ReportFigure[]
}

/** What the sections of the screen that compare, set apart and reckon say of the setting. */
export interface ReportStudies {
  /** Null with fewer than two models to compare. */
  readonly comparison: { readonly own: Comparison; readonly equal: Comparison } | null
  /** The chosen model apart by every respect that the rows tell. */
  readonly segments: readonly Segments[]
  /** Precision that a threshold of a segment's own has to hold, 0 to 1. */
  readonly floor: number
  /** `curve`: of the chosen model; null where nothing can be said in money. */
  readonly payoff: { readonly table: PayoffTable; readonly curve: ProfitCurve | null }
}

/** A colour of the app's style, by the name of its token. */
export interface ReportColour {
  readonly token: string
  /** CSS colours. */
  readonly light: string
  readonly dark: string
}

export interface ReportContent {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly madeAt: number
  readonly extract: {
    readonly name: string
    readonly records: number
    readonly stores: number
    readonly storeItems: number
    /** ISO days. */
    readonly firstDay: string
    readonly lastDay: string
  } | null
  /** The rows that all models are measured on; null where no model could be measured. */
  readonly source: { readonly kind: RowsSource; readonly name: string; readonly rows: number; readonly positives: number } | null
  /** Id of the chosen model. */
  readonly chosen: string
  /** What the setting means, in a sentence. */
  readonly sentence: string
  readonly models: readonly ReportModel[]
  /** Alerts of the latest day by the chosen model, by store; null before that day is scored. */
  readonly alerts: { readonly all: OverviewFigures; readonly byStore: readonly { readonly store: string; readonly figures: OverviewFigures }[] } | null
  /** Sentences on what to expect on the extract, and how far it stands from what the models learned from; empty where nothing was computed. */
  readonly drift: readonly string[]
  readonly studies: ReportStudies
  readonly charts: ReportCharts
  readonly colours: readonly ReportColour[]
}
