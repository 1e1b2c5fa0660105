import type { FeatureQuantiles, ModelManifest } from '../scoring/model-manifest'
import { chanceStability } from './chance-stability'
import type { FeatureSample } from './feature-sample'
import { binCount, countAtOrBelow, decileSlack, populationStability } from './population-stability'

/** What a model learned from, by feature name: `feature_quantiles` of its manifest. */
export type FeatureReference = ModelManifest['feature_quantiles']

/** Borders of the index that credit scoring goes by (Siddiqi 2006, Credit Risk Scorecards). */
export const movedFrom = 0.1
export const farFrom = 0.25

/**
 * - `steady`: index below .1, or no more than so few store-items give by chance.
 * - `usual`: more, and yet no more than nineteen of twenty training worlds stand from them all.
 * - `moved`: beyond that, up to .25.
 * - `far`: beyond that, above .25.
 * - `absent`: no row here has a value, and training rows had; `unknown`: no training row had one.
 */
export type DriftBand = 'steady' | 'usual' | 'moved' | 'far' | 'absent' | 'unknown'

export interface FeatureDrift {
  readonly feature: string
  readonly band: DriftBand
  /** Population stability index; NaN where the band is `unknown`. */
  readonly psi: number
  /** Index that nineteen of twenty training worlds do not exceed; NaN where the model does not say. */
  readonly psiOfWorlds: number
  /** Share of rows without a value, in training and here. */
  readonly missing: { readonly learned: number; readonly here: number }
  /** Middle of the known values, in training and here; NaN without one. */
  readonly median: { readonly learned: number; readonly here: number }
  /** Share of the known values here that lie beyond the least and greatest of the training; NaN without one. */
  readonly beyond: number
}

const rank: Readonly<Record<DriftBand, number>> = { far: 0, moved: 1, absent: 2, usual: 3, steady: 4, unknown: 5 }

/** Every feature that the reference has and the sample knows, the farthest first: by band, then by index. Sorts the sample's columns in place. */
export function featureDrift(sample: FeatureSample, reference: FeatureReference): readonly FeatureDrift[] {
  const all = Object.entries(reference).flatMap(([feature, learned]) => {
    const values = sample.column(feature)
    return values === null || values.length === 0 ? [] : [driftOf(feature, values, learned, sample.storeItems)]
  })
  return all.sort((a, b) => rank[a.band] - rank[b.band] || b.psi - a.psi || a.feature.localeCompare(b.feature))
}

function driftOf(feature: string, values: Float32Array, learned: FeatureQuantiles, storeItems: number): FeatureDrift {
  // Float arrays sort NaN behind everything.
  const sorted = values.sort()
  let known = sorted.length
  while (known > 0 && Number.isNaN(sorted[known - 1]!)) known--
  const { deciles } = learned
  const lowest = deciles[0] ?? NaN
  const highest = deciles.at(-1) ?? NaN
  const psi = populationStability(sorted, known, learned)
  return {
    feature,
    psi,
    psiOfWorlds: learned.psi_of_worlds ?? NaN,
    band: bandOf(psi, known, learned, storeItems),
    missing: { learned: learned.missing, here: 1 - known / sorted.length },
    median: { learned: deciles[(deciles.length - 1) / 2] ?? NaN, here: known > 0 ? sorted[(known - 1) >> 1]! : NaN },
    beyond: known > 0 ? (countBelow(sorted, known, lowest) + known - countAtOrBelow(sorted, known, highest)) / known : NaN,
  }
}

function bandOf(psi: number, known: number, learned: FeatureQuantiles, storeItems: number): DriftBand {
  if (learned.deciles.length === 0) return 'unknown'
  if (known === 0 && learned.missing < 1) return 'absent'
  if (psi < Math.max(movedFrom, chanceStability(binCount(learned), storeItems))) return 'steady'
  if (psi <= (learned.psi_of_worlds ?? 0)) return 'usual'
  return psi <= farFrom ? 'moved' : 'far'
}

/** Values below the least one that was learned. */
function countBelow(sorted: Float32Array, known: number, lowest: number): number {
  const cut = lowest - Math.abs(lowest) * decileSlack
  let below = 0
  while (below < known && sorted[below]! < cut) below++
  return below
}
