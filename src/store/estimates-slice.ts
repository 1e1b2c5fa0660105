/** What is said of an extract without labels: how far it stands from what a model learned from, and what to expect of a threshold. */
import type { ExpectedAtThreshold } from '../domain/drift/expected-at-threshold'
import type { ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureReference } from '../domain/drift/feature-drift'
import type { ExpectedQuestion } from '../engine/unlabelled'
import type { StoreContext } from './store-context'

/** Both answer for the extract that is open, and reject where there is no answer; the store has said why by then. */
export interface EstimatesActions {
  readonly drift: (reference: FeatureReference) => Promise<ExtractDrift>
  readonly expected: (question: ExpectedQuestion) => Promise<ExpectedAtThreshold>
}

export function createEstimatesSlice({ engine, ask }: StoreContext): EstimatesActions {
  return {
    drift: (reference) => ask(() => engine.drift(reference)),
    expected: (question) => ask(() => engine.expected(question)),
  }
}
