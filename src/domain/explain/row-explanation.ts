import type { Attribution } from './attribution'
import type { RowFacts } from './row-facts'

/** Everything that is said of why a row was judged as it was. */
export interface RowExplanation {
  /** By model id, the combination among them; a model that cannot run is absent. */
  readonly attributions: Readonly<Record<string, Attribution>>
  readonly facts: RowFacts
}
