/** Looking into a row and into a model: questions to the engine whose answers belong to whoever asked. */
import type { InsightAnswer, InsightQuestion } from '../domain/insight/insight-question'
import type { Job } from '../engine/engine'
import type { WhatIfOutcome, WhatIfQuestion } from '../engine/what-if'

export type { WhatIfQuestion } from '../engine/what-if'

export interface InsightActions {
  /** What the models would say of a row that is otherwise. Rejects as `rows` does. */
  readonly whatIf: (question: WhatIfQuestion) => Promise<WhatIfOutcome>
  /** Runs a model anew on rows of the extract. `onFraction`: 0 to 1, how much of it is done. */
  readonly lookInto: (question: InsightQuestion, onFraction: (fraction: number) => void) => Job<InsightAnswer>
}
