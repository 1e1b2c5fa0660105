/** What estimates rest on: what the chosen model says of its own training. */
import type { FeatureReference } from '../domain/drift/feature-drift'
import type { Finding } from '../domain/findings/finding'
import { hitRate, type HitRate } from '../domain/findings/hit-rate'
import { calibrationShare } from '../domain/scoring/calibration-share'
import { ownThresholdOf, type SegmentThresholds } from '../domain/segments/segment-thresholds'
import { isAlert } from '../domain/scoring/prediction-columns'
import type { AppState } from './app-state'
import { lastOf } from './last-of'
import { selectUsableModels, type UsableModel } from './selectors'

type WithModels = Pick<AppState, 'loadedModels'>

/** The model, or where it is computed from others, the first of them: they were trained together. */
function sourceOf(state: WithModels, id: string): UsableModel | undefined {
  const models = selectUsableModels(state)
  const model = models.find((one) => one.id === id)
  return model?.kind === 'combination' ? models.find((one) => model.formula.models.includes(one.id)) : model
}

/** What the model learned from, by feature; null where it does not say. */
export function selectFeatureReference(state: WithModels, model: string): FeatureReference | null {
  const source = sourceOf(state, model)
  return source?.kind === 'graph' && Object.keys(source.manifest.feature_quantiles).length > 0 ? source.manifest.feature_quantiles : null
}

/** Share of phantom rows where the model was calibrated; null where it does not say. */
export function selectCalibrationShare(state: WithModels, model: string): number | null {
  const source = sourceOf(state, model)
  return source ? calibrationShare(source.threshold) : null
}

const checkedOf = lastOf((findings: readonly Finding[], model: string, threshold: number, segments: SegmentThresholds | null): HitRate =>
  hitRate(
    findings.flatMap((finding) => {
      const { promise, store } = finding
      const own = ownThresholdOf(segments, { store, category: null, department: null, unitsPerDay: NaN })?.threshold
      // Probabilities are float32; a findings file holds their decimals. An alert is what reaches the threshold that is asked about, whatever was in use when it was checked.
      return promise?.model === model && isAlert(Math.fround(promise.probability), own ?? threshold) ? [{ ...finding, promise: { ...promise, alerted: true } }] : []
    }),
  ),
)

/**
 * What the store found of rows that this model alerts on, by the promise of each finding. Null where that cannot be
 * told: a finding names its store, and neither its category nor how fast the item sold.
 */
export function checkedAtThreshold(findings: readonly Finding[], model: string, threshold: number, segments: SegmentThresholds | null = null): HitRate | null {
  return segments === null || segments.by === 'store' ? checkedOf(findings, model, threshold, segments) : null
}
