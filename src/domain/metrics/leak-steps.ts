/** A well-known leaky way of measuring, acted out step by step beside the honest one. */
import { z } from 'zod'

const share = z.number().min(0).max(1).nullish()

const step = z.object({
  id: z.string(),
  /** What was done, where no plainer words are known for the id. */
  name: z.string(),
  precision: share,
  recall: share,
  f1: share,
  auc: share,
  average_precision: share,
  recall_at_precision_90: share,
  lift: z.number().nullish(),
  /** Share of rows that carry the label of this step. */
  base_rate: share,
})

export const leakSteps = z.object({
  learner: z.string(),
  rounds: z.number(),
  training_rows: z.number(),
  /** The rule that stands in for the label in the leaky steps. */
  rule: z.string(),
  /** Of the rows that the rule labels, the share that is phantom in truth; null where it labels none. */
  rule_rows_truly_phantom: share,
  steps: z.array(step).min(1),
})

export type LeakSteps = z.infer<typeof leakSteps>
export type LeakStep = z.infer<typeof step>
