/** What can be asked of a model by running it anew on rows of the extract. */

import type { SegmentThresholds } from '../segments/segment-thresholds'

/** Candidate rows that the model has scored: all of them, or those at or above the threshold that decides them: their segment's own, else the common one. */
export type RowChoice = { readonly kind: 'all' } | { readonly kind: 'alerts'; readonly threshold: number; readonly segments?: SegmentThresholds | null }

/** What the model says where one feature, or one column that a pipeline reads, is set to value after value, all else as it is. */
export interface DependenceQuestion {
  readonly kind: 'dependence'
  /** Id of a model or of the combination. */
  readonly model: string
  /** Name in the feature catalog; of a pipeline, of a field of the extract or a feature that it reads. */
  readonly feature: string
  readonly rows: RowChoice
}

/** What moves the model where one kind of evidence is that of another item. */
export interface RelianceQuestion {
  readonly kind: 'reliance'
  readonly model: string
  readonly rows: RowChoice
}

export type InsightQuestion = DependenceQuestion | RelianceQuestion

export interface Dependence {
  readonly kind: 'dependence'
  /** Rows that were tried at every value. */
  readonly rows: number
  /** Values of the feature, ascending, within which nineteen in twenty of the rows lie; of a column of texts the places in `texts`. */
  readonly values: Float64Array
  /** Of a column of texts: those that most rows have, the most frequent first; null for numbers. */
  readonly texts: readonly string[] | null
  /** Mean probability at each value; and below what a tenth, and nine tenths, of the rows lie there. NaN where a pipeline scores no row. */
  readonly mean: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  /** Single rows, each a probability a value. */
  readonly lines: readonly Float32Array[]
  /** Mean probability of the same rows where the feature is missing; NaN for a pipeline that scores no row without it. */
  readonly whereMissing: number
  readonly spread: ValueSpread
}

/** How the values of a feature lie in the extract. */
export interface ValueSpread {
  /** Rows looked at, and how many of them miss the feature. */
  readonly rows: number
  readonly missing: number
  /** Bins of even width from `from` to `to`, and the rows in each; values beyond count in the outer bins. Of texts one bin each, and other texts in none. */
  readonly from: number
  readonly to: number
  readonly counts: Uint32Array
}

export interface Reliance {
  readonly kind: 'reliance'
  /** Rows whose evidence was exchanged, and how many of them the file says are phantom; null where it does not say so of all. */
  readonly rows: number
  readonly phantom: number | null
  /** The strongest first; none for a pipeline, whose columns stand in `features`. */
  readonly groups: readonly RelianceEntry[]
  /** Single features, or columns that a pipeline reads, the strongest first; empty for a model that reads whole series, which would take minutes. */
  readonly features: readonly RelianceEntry[]
}

export interface RelianceEntry {
  /** Id of an evidence group, or name of a feature or a field. */
  readonly key: string
  /** Mean distance by which the log-odds move, >= 0. */
  readonly moved: number
  /** The same with its sign: below 0, the score falls without the rows' own evidence. */
  readonly shift: number
  /** Average precision lost over these rows; null where they are not labelled. */
  readonly precisionLost: number | null
}

export type InsightAnswer = Dependence | Reliance
