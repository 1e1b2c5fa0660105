import { probabilityUnder } from './adjust-probability'

export interface PhantomShare {
  /** Share of phantom rows, 0 to 1. */
  readonly share: number
  /** False where `mostSteps` steps did not settle it. */
  readonly converged: boolean
}

/** Steps that change the share by less are the end. */
const tolerance = 1e-8
const mostSteps = 5000

/**
 * The share of phantom rows under which the scores are likeliest, by expectation and maximisation
 * (Saerens, Latinne & Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori
 * probabilities", Neural Computation 14): each row's probability under the share so far, then the
 * share as their mean. The likelihood is concave in the share, so there is one answer.
 *
 * @param ratios likelihood ratios, one a group of rows
 * @param rows how many rows each group has; at least one row in all
 * @param start where to begin, above 0 and below 1
 */
export function phantomShare(ratios: Float64Array, rows: Float64Array, start: number): PhantomShare {
  let total = 0
  for (let k = 0; k < rows.length; k++) total += rows[k]!
  let share = start
  for (let step = 0; step < mostSteps; step++) {
    let sum = 0
    for (let k = 0; k < ratios.length; k++) if (rows[k]! > 0) sum += rows[k]! * probabilityUnder(ratios[k]!, share)
    const next = sum / total
    if (Math.abs(next - share) < tolerance) return { share: next, converged: true }
    share = next
  }
  return { share, converged: false }
}
