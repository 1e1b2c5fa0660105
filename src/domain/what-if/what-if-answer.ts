import type { SeriesChange } from './scenario'

/** What the models say of a row as it would be under a scenario. */
export interface WhatIfAnswer {
  /** By model id, their combination among them: probability from 0 to 1. A model that cannot run is absent. */
  readonly probabilities: Readonly<Record<string, number>>
  /** Units expected and not sold since the last sale, >= 0, as they would be. */
  readonly missedUnits: number
  /** Days since the last sale, as they would be; null where it would never have sold. */
  readonly daysSinceSale: number | null
  /** What was changed for it in the item's own columns; empty where all is as it was. */
  readonly changes: readonly SeriesChange[]
}
