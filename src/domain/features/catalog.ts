/** All features in the order of the models' columns. A change of name or meaning here asks for new models. */
import type { FeatureSpec } from './feature-spec'
import { families } from './families'

export const featureCatalog: readonly FeatureSpec[] = families.flatMap((family) => family.specs)

/** Names in column order. */
export const featureNames: readonly string[] = featureCatalog.map((spec) => spec.name)

export const featureCount = featureCatalog.length
