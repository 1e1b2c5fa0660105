/** What is said of an extract without labels: how far it stands from what a model learned from, and what to expect of a threshold. */
import type { ExpectedAtThreshold } from '../domain/drift/expected-at-threshold'
import type { ExtractDrift } from '../domain/drift/extract-drift'
import type { FeatureReference } from '../domain/drift/feature-drift'
import type { OpenedExtract } from '../engine/engine'
import type { ExpectedQuestion } from '../engine/unlabelled'
import type { StoreContext } from './store-context'

/** Both answer for the extract that is open, and reject where there is no answer; the store has said why by then. */
export interface EstimatesActions {
  readonly drift: (reference: FeatureReference) => Promise<ExtractDrift>
  readonly expected: (question: ExpectedQuestion) => Promise<ExpectedAtThreshold>
}

export function createEstimatesSlice({ engine, get, ask }: StoreContext): EstimatesActions {
  // Nothing changes how an extract stands: who looks again does not wait again.
  let known: { readonly opened: OpenedExtract | null; readonly reference: FeatureReference; readonly answer: Promise<ExtractDrift> } | null = null
  return {
    drift(reference) {
      const { opened } = get()
      if (known && known.opened === opened && known.reference === reference) return known.answer
      const asked = { opened, reference, answer: ask(() => engine.drift(reference)) }
      known = asked
      asked.answer.catch(() => {
        if (known === asked) known = null
      })
      return asked.answer
    },
    expected: (question) => ask(() => engine.expected(question)),
  }
}
