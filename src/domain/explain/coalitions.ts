/**
 * Rows in which some groups of evidence are left out: what a model says of them are the values of
 * the game whose Shapley values share its score out. In coalition c, bit g says whether group g of
 * `evidenceGroups` is as it is in the extract; the features of every other group are typical.
 */
import { evidenceGroups, groupOfFeature } from './evidence-groups'

/** All coalitions of all groups. */
export const coalitionCount = 1 << evidenceGroups.length

/** What one model says of every coalition of evidence about one row. */
export interface CoalitionScores {
  /** Length `coalitionCount`; calibrated probabilities. */
  readonly probabilities: Float32Array
  /** The model's probability for the row as it is, over all its days. */
  readonly whole: number
  /** Days at the start of the series that no coalition saw, because there were too many; 0 for models that read rows. */
  readonly daysLeftOut: number
}

/** The groups that a model reads at all, by their place in `evidenceGroups`, ascending. `columns` are its input columns in the catalog. */
export function groupsRead(columns: Int32Array): readonly number[] {
  return [...new Set(Array.from(columns, (column) => groupOfFeature[column]!))].sort((a, b) => a - b)
}

/**
 * Fills `out` with the days of a series (steps x the model's columns) once for each coalition
 * [from, to) of the groups that the model reads (bit k is group `groups[k]`).
 *
 * @param values row-major days, `width` columns of the catalog each
 * @param typical per input column of the model, what stands in; see `typicalRow`
 */
export function fillCoalitions(
  { values, width, columns, typical, groups }: { values: Float32Array; width: number; columns: Int32Array; typical: Float32Array; groups: readonly number[] },
  from: number,
  to: number,
  out: Float32Array,
): void {
  const wide = columns.length
  const steps = values.length / width
  const bitOf = Int32Array.from(columns, (column) => 1 << groups.indexOf(groupOfFeature[column]!))
  let target = 0
  for (let coalition = from; coalition < to; coalition++) {
    for (let step = 0; step < steps; step++, target += wide) {
      const source = step * width
      for (let j = 0; j < wide; j++) out[target + j] = (coalition & bitOf[j]!) !== 0 ? values[source + columns[j]!]! : typical[j]!
    }
  }
}

/** Values of the coalitions of some groups (bit k is group `groups[k]`) as values of the coalitions of all: the others change nothing. */
export function overAllGroups(values: Float32Array, groups: readonly number[]): Float32Array {
  return Float32Array.from({ length: coalitionCount }, (_, coalition) => {
    let place = 0
    groups.forEach((group, k) => {
      if ((coalition & (1 << group)) !== 0) place |= 1 << k
    })
    return values[place]!
  })
}
