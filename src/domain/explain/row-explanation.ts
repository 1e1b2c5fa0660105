import type { Attribution } from './attribution'
import type { ColumnAttribution } from './column-attribution'
import type { RowFacts } from './row-facts'

/** Everything that is said of why a row was judged as it was. */
export interface RowExplanation {
  /** By model id, the combination among them; a model that cannot run is absent. */
  readonly attributions: Readonly<Record<string, Attribution>>
  /** By id of another project's pipeline, where its score can be shared out among the columns that it reads. */
  readonly columns: Readonly<Record<string, ColumnAttribution>>
  readonly facts: RowFacts
}
