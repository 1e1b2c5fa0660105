/** What the report holds, before it is written: counts and settings; the figures printed follow from them. */
import type { RowsSource } from '../../../domain/bench/measured-rows'
import type { ConfusionCounts } from '../../../domain/metrics/counts-at'
import type { SegmentThresholds } from '../../../domain/segments/segment-thresholds'
import type { OverviewFigures } from '../../../domain/alerts/today/overview'

/** A measure with its 95 % interval. */
export interface MeasuredInterval {
  readonly low: number
  readonly high: number
}

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
  /** 95 % intervals as it alerts, by store-item; null where there are none. */
  readonly intervals: { readonly precision: MeasuredInterval; readonly recall: MeasuredInterval } | null
  /** Over all thresholds; NaN where it was not measured. */
  readonly averagePrecision: number
  readonly auc: number
  /** Digest of its graph, and the versions that it was trained with; null for a combination, which has no graph. */
  readonly origin: { readonly sha256: string; readonly dataVersion: string; readonly codeVersion: string } | null
}

/** A chart as it is drawn on screen, and its numbers. */
export interface ReportFigure {
  readonly name: string
  readonly description: string
  readonly source: string
  /** An SVG element that stands alone. */
  readonly svg: string
  readonly table: { readonly caption: string; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
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
  readonly figures: readonly ReportFigure[]
}
