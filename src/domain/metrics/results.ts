/**
 * `public/models/results.json`: what the training's evaluation measured, one truth for the model
 * cards and the Models screen. Fields that are not named here may stand in the file and are
 * let through unread; sections that older files lack are absent.
 */
import { z } from 'zod'
import { featureWorth } from './feature-worth'
import { leakSteps } from './leak-steps'
import { estimate } from './measured'
import { measuredSet, stressScenario } from './measured-set'

export const resultsVersion = 1

/** Whether the combined score earned its place, by the calibration worlds alone. */
const combinedDecision = z.object({
  name: z.string(),
  models: z.array(z.string()),
  offered: z.boolean(),
  best_single: z.string(),
  gain_over_best_single: estimate.nullish(),
})

/** How the figures came about. */
const generated = z.looseObject({
  seed: z.number().optional(),
  training_worlds: z.number().optional(),
  calibration_worlds: z.number().optional(),
  training_rows: z.number().optional(),
  training_positives: z.number().optional(),
  features: z.number().optional(),
  bootstrap_replicates: z.number().optional(),
  data_version: z.string().optional(),
  code_version: z.string().optional(),
})

const schema = z.object({
  format_version: z.literal(resultsVersion),
  generated,
  sets: z.object({ test: measuredSet, stress: measuredSet.optional(), real_demand: measuredSet.optional() }),
  stress_scenarios: z.array(stressScenario).optional(),
  combined: combinedDecision.optional(),
  ablation: featureWorth.optional(),
  leak: leakSteps.optional(),
})

export type Results = z.infer<typeof schema>
export type SetName = keyof Results['sets']
export type CombinedDecision = z.infer<typeof combinedDecision>

/** Why the figures cannot be shown. */
export interface ResultsFault {
  readonly code: 'results-missing' | 'results-unreadable'
  readonly sentence: string
  readonly advice: string
}

const advice = 'Alerts are not affected. Run the training again, or restore models/results.json from the release.'

/**
 * Checks the parsed file. One that does not hold is a fault that names the first wrong place; null
 * or undefined is a file that is not there.
 */
export function readResults(
  parsed: unknown,
): { readonly ok: true; readonly value: Results } | { readonly ok: false; readonly fault: ResultsFault } {
  if (parsed === null || parsed === undefined) {
    return { ok: false, fault: { code: 'results-missing', sentence: 'The measured results of the models are not there: models/results.json could not be loaded.', advice } }
  }
  const outcome = schema.safeParse(parsed)
  if (outcome.success) return { ok: true, value: outcome.data }
  const issue = outcome.error.issues[0]
  const place = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.map(String).join(' > ')
  return {
    ok: false,
    fault: { code: 'results-unreadable', sentence: `The measured results of the models could not be read: ${place} is not as expected.`, advice },
  }
}
