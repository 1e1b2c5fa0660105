/** Everything that was measured on one set of worlds, and on its parts. */
import { z } from 'zod'
import { estimate, measured } from './measured'

/** Rows alike in one respect: how fast the item sells, or how long it has been seen. */
const band = z.object({
  /** Lower bound, in units wanted a day or in days seen. */
  from: z.number(),
  /** Upper bound, not included; null where there is none. */
  below: z.number().nullable(),
  candidates: z.number().int().nonnegative(),
  positives: z.number().int().nonnegative(),
  /** Too few phantom rows to judge by. */
  too_few: z.boolean(),
  /** By id: the models, `combined`, `ceiling` and one rule; empty where nothing could be measured. */
  measured: z.record(
    z.string(),
    z.object({ name: z.string().optional(), average_precision: estimate.nullish(), recall_at_precision_90: estimate.nullish() }),
  ),
})

export const measuredSet = z.object({
  worlds: z.number().int().positive().optional(),
  /** Rows that may be alerted: stock on record and four weeks of history. */
  candidates: z.number().int().nonnegative(),
  /** Those of them that are phantom. */
  positives: z.number().int().nonnegative(),
  base_rate: z.number().min(0).max(1),
  store_items: z.number().int().nonnegative().optional(),
  /** Spells of at least three phantom days. */
  episodes: z.number().int().nonnegative().optional(),
  models: z.record(z.string(), measured),
  rules: z.record(z.string(), measured),
  /** The models as one score; see combined-score.ts. */
  combined: measured.nullish(),
  /** The same learner given the true demand rate: what better estimates of demand could win. */
  ceiling: measured.nullish(),
  bands: z.object({ velocity: z.array(band), history: z.array(band) }).optional(),
})

/** One way in which a world can be unlike those of the training. */
export const stressScenario = measuredSet.extend({ scenario: z.string() })

export type Band = z.infer<typeof band>
export type MeasuredSet = z.infer<typeof measuredSet>
export type StressScenario = z.infer<typeof stressScenario>
