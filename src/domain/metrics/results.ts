/**
 * `public/models/results.json`: what the training's evaluation measured, one truth for the model
 * cards and the Models screen. Fields that are not named here may stand in the file and are
 * let through unread.
 */
import { z } from 'zod'

export const resultsVersion = 1

/** A value with its 95 % interval (bootstrap over store-items). */
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() })
const optional = estimate.nullish()

/** What was measured of one model or rule. A measure that does not apply is null or absent. */
const measured = z.object({
  name: z.string().optional(),
  /** Where it alerts; null for a ranking without a fixed threshold, which has no precision, recall or F1. */
  threshold: z.number().nullish(),
  precision: optional,
  recall: optional,
  f1: optional,
  auc: optional,
  average_precision: estimate,
  recall_at_precision_90: optional,
  calibration_error: optional,
  lift: optional,
  /** Precision of the 10 rows that a store should check first, each day. */
  precision_at_10: optional,
  /** Share of spells of at least three days with an alert inside. */
  episodes_found: optional,
  /** Median days from a spell's first day (0) to its first alert, of the spells found. */
  days_to_find: optional,
  /** The same of items of which shoppers want one a day or more. */
  episodes_found_selling_daily: optional,
  days_to_find_selling_daily: optional,
  /** Share of the units wanted and not had on phantom rows that were lost while an alert stood. */
  lost_units_under_alert: optional,
  /** Ratios to the ceiling's measures. */
  part_of_ceiling: z
    .object({ average_precision: optional, recall_at_precision_90: optional, precision_at_10: optional, lost_units_under_alert: optional })
    .optional(),
})

const set = z.object({
  candidates: z.number().int().nonnegative(),
  positives: z.number().int().nonnegative(),
  base_rate: z.number().min(0).max(1),
  models: z.record(z.string(), measured),
  rules: z.record(z.string(), measured),
  /** The models as one score; see combined-score.ts. */
  combined: measured.nullish(),
  /** The same learner given the true demand rate: what better estimates of demand could win. */
  ceiling: measured.nullish(),
})

/** Whether the combined score earned its place, by the calibration worlds alone. */
const combined = z.object({
  name: z.string(),
  models: z.array(z.string()),
  offered: z.boolean(),
  best_single: z.string(),
  gain_over_best_single: optional,
})

const schema = z.object({
  format_version: z.literal(resultsVersion),
  generated: z.looseObject({}),
  sets: z.object({ test: set, stress: set.optional(), real_demand: set.optional() }),
  /** One report a way in which a world can be unlike those of the training. */
  stress_scenarios: z.array(set.extend({ scenario: z.string() })).optional(),
  combined: combined.optional(),
})

export type Measured = z.infer<typeof measured>
export type MeasuredSet = z.infer<typeof set>
export type Results = z.infer<typeof schema>

/** Why the figures cannot be shown. */
export interface ResultsFault {
  readonly code: 'results-unreadable'
  readonly sentence: string
  readonly advice: string
}

/** Checks the parsed file. A file that does not hold is a fault that names the first wrong place. */
export function readResults(
  parsed: unknown,
): { readonly ok: true; readonly value: Results } | { readonly ok: false; readonly fault: ResultsFault } {
  const outcome = schema.safeParse(parsed)
  if (outcome.success) return { ok: true, value: outcome.data }
  const issue = outcome.error.issues[0]
  const place = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.map(String).join(' > ')
  return {
    ok: false,
    fault: {
      code: 'results-unreadable',
      sentence: `The measured results of the models could not be read: ${place} is not as expected.`,
      advice: 'Alerts are not affected. Run the training again, or restore models/results.json from the release.',
    },
  }
}
