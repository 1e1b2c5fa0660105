/** What the evaluation measured of one model, rule or ceiling, as `results.json` holds it. */
import { z } from 'zod'

/** A value with its 95 % interval (bootstrap over store-items). */
export const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() })

/** A figure that does not exist (precision without an alert) is null; one that was not asked for is absent. */
const optional = estimate.nullish()

/** A measure that does not apply is null or absent; all but lift, days and thresholds are shares from 0 to 1. */
export const measured = z.object({
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
  /** Precision over that of checks at random. */
  lift: optional,
  /** Precision of the 5, 10 and 20 rows that a store should check first, each day. */
  precision_at_5: optional,
  precision_at_10: optional,
  precision_at_20: optional,
  /** Share of spells of at least three days with an alert inside. */
  episodes_found: optional,
  /** Median days from a spell's first day (0) to its first alert, of the spells found. */
  days_to_find: optional,
  /** The same of items of which shoppers want one a day or more. */
  episodes_found_selling_daily: optional,
  days_to_find_selling_daily: optional,
  /** Share of the units wanted and not had on phantom rows that were lost while an alert stood. */
  lost_units_under_alert: optional,
  /** Shares of the wrong alerts: on items that nobody wants that day, and of the others on stock that lies in the backroom alone. */
  false_alerts_unwanted: optional,
  false_alerts_in_backroom: optional,
  /** Ratios to the ceiling's measures. */
  part_of_ceiling: z
    .object({ average_precision: optional, recall_at_precision_90: optional, precision_at_10: optional, lost_units_under_alert: optional })
    .optional(),
})

export type Estimate = z.infer<typeof estimate>
export type Measured = z.infer<typeof measured>
