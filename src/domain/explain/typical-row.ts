/** What stands in for evidence that is left out: the middle of what the model learned from. */
import type { ModelManifest } from '../scoring/model-manifest'

/**
 * Per input column of the model: the median of its training rows, or missing (NaN) where most rows
 * miss the feature, or the manifest does not say.
 */
export function typicalRow({ features, feature_quantiles }: Pick<ModelManifest, 'features' | 'feature_quantiles'>): Float32Array {
  return Float32Array.from(features, (name) => {
    const known = feature_quantiles[name]
    if (!known || known.missing > 0.5 || known.deciles.length === 0) return NaN
    return known.deciles[(known.deciles.length - 1) >> 1]!
  })
}
