/**
 * `combined.json`: all models as one score, the mean of their log-odds calibrated again. Two numbers
 * and the models' own probabilities are all that it takes, so it has no graph.
 */
import { z } from 'zod'
import { combinedId } from './model-manifest'

export const combinedVersion = 1

const schema = z.object({
  format_version: z.literal(combinedVersion),
  id: z.literal(combinedId),
  name: z.string().min(1),
  /** Ids of the models whose probabilities are combined, each calibrated by itself. */
  models: z.array(z.string()).min(2),
  /** Probabilities are held this far from 0 and 1 before their log-odds are taken. */
  probability_limit: z.number().gt(0).lt(0.5),
  slope: z.number(),
  offset: z.number(),
  precision_floor_threshold: z.number().min(0).max(1),
  precision_floor: z.number().min(0).max(1),
  /** Whether it beat the best single model on the calibration worlds. */
  offered: z.boolean(),
})

export type CombinedFormula = z.infer<typeof schema>

/** The checked file; null where it is missing or not as expected, and then there is no combined score. */
export function readCombinedFormula(parsed: unknown): CombinedFormula | null {
  const outcome = schema.safeParse(parsed)
  return outcome.success ? outcome.data : null
}

/**
 * 1 / (1 + exp(-(slope * m + offset))), m the mean of log(p / (1 - p)) over the models: the combined
 * probability of one row. NaN where any of its models has not scored the row.
 *
 * @param scores one column a model in the formula's order
 */
export function combineRow({ probability_limit: limit, slope, offset }: CombinedFormula, scores: readonly Float32Array[], row: number): number {
  let sum = 0
  for (const column of scores) {
    const held = Math.min(1 - limit, Math.max(limit, column[row]!))
    sum += Math.log(held) - Math.log1p(-held)
  }
  return 1 / (1 + Math.exp(-(slope * (sum / scores.length) + offset)))
}

/**
 * `combineRow` over whole columns, a probability a row.
 *
 * @throws RangeError where the columns do not fit the models: one each, all of one length
 */
export function combinedScore(formula: CombinedFormula, scores: readonly Float32Array[]): Float32Array {
  const rows = scores[0]?.length ?? 0
  if (scores.length !== formula.models.length || scores.some(({ length }) => length !== rows)) {
    throw new RangeError('One column of scores a model is needed, all of one length.')
  }
  const out = new Float32Array(rows)
  for (let row = 0; row < rows; row++) out[row] = combineRow(formula, scores, row)
  return out
}
