/**
 * `model.json`, the contract between training and serving. Formats and their history:
 * src/domain/scoring/CHANGELOG.md.
 */

/** The four models that we ship, in the order in which they are listed everywhere. */
export const shippedModels = ['lgbm', 'xgb', 'rf', 'lstm'] as const
export type ModelId = (typeof shippedModels)[number]

/** Id of their combined score wherever a model is named; its column of the predictions is `phantom_probability_combined`. */
export const combinedId = 'combined'

export const manifestVersion = 1

/** An estimate with its 95 % interval (bootstrap over store-items). */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** What the training rows had of a feature. */
export interface FeatureQuantiles {
  /** Deciles 0, .1, ... 1 of the known values; empty where no row had one. */
  readonly deciles: readonly number[]
  /** Share of rows without a value. */
  readonly missing: number
  /** Of the known values, the share at or below each decile. Left out by models of before it was written. */
  readonly at_or_below?: readonly number[] | undefined
  /** Population stability index that nineteen of twenty training worlds do not exceed against them all. Left out where all was learned from one extract, too. */
  readonly psi_of_worlds?: number | undefined
}

export interface ModelManifest {
  readonly format_version: typeof manifestVersion
  readonly id: string
  readonly name: string
  /**
   * `rows`: input [rows, features], output [rows, 1].
   * `series`: input [series, steps, features], output [series, steps, 1]; step t sees steps 0..t
   * alone, so series of different lengths are padded at their ends with NaN.
   */
  readonly reads: 'rows' | 'series'
  readonly input: string
  /** Calibrated probability of phantom, 0 to 1. */
  readonly output: string
  /** Names from the feature catalog, in the graph's order. */
  readonly features: readonly string[]
  readonly graph: { readonly file: 'pipeline.onnx'; readonly sha256: string; readonly bytes: number }
  readonly trained: {
    readonly seed: number
    readonly data_version: string
    readonly code_version: string
    readonly rows: number
    readonly positives: number
  }
  /** Measured on the test worlds, candidates only, at the shipped threshold where one applies. */
  readonly metrics: {
    readonly precision: Estimate
    readonly recall: Estimate
    readonly f1: Estimate
    readonly auc: Estimate
    readonly average_precision: Estimate
    readonly calibration_error: Estimate
  }
  /** Reliability on the test worlds: one entry a bin. */
  readonly calibration: readonly { readonly mean_probability: number; readonly observed_rate: number; readonly rows: number }[]
  /** By feature name, over the training rows. */
  readonly feature_quantiles: Readonly<Record<string, FeatureQuantiles>>
}

/** `threshold.json`. */
export interface ThresholdFile {
  readonly precision_floor_threshold: number
  readonly precision_floor: number
  readonly [note: string]: unknown
}
