/** A pipeline's score taken apart: what each of the columns that it reads adds to it, in log-odds. */
import { logOdds } from './log-odds'
import { shapleyValues } from './shapley'

/** base + the sum of all shares = score, all in log-odds: exact, as Shapley values are. */
export interface ColumnAttribution {
  /** Id of the pipeline. */
  readonly model: string
  readonly probability: number
  /** The same as log-odds. */
  readonly score: number
  /** Log-odds that it gives where all columns are typical of the extract. */
  readonly base: number
  /** One a column, as the pipeline lists them; above 0 raises the probability, below lowers it. */
  readonly shares: readonly { readonly key: string; readonly value: number }[]
}

/** Columns among which a score is still shared out: their coalitions are one run of the runtime. */
export const mostColumns = 12

/**
 * @param keys names of the columns
 * @param probabilities of all coalitions: bit k of a coalition's number says whether column k is that of
 *   the row, else it is typical. Length 2^columns.
 * @returns null where the pipeline does not score one of them
 */
export function columnAttribution(model: string, keys: readonly string[], probabilities: Float32Array): ColumnAttribution | null {
  if (probabilities.length !== 1 << keys.length) throw new RangeError(`${keys.length} columns have ${1 << keys.length} coalitions, not ${probabilities.length}.`)
  if (probabilities.some(Number.isNaN)) return null
  const game = Float64Array.from(probabilities, logOdds)
  const values = shapleyValues(game)
  return { model, probability: probabilities.at(-1)!, score: game.at(-1)!, base: game[0]!, shares: keys.map((key, at) => ({ key, value: values[at]! })) }
}
