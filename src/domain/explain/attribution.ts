/** A score taken apart: what each group of evidence adds to it, in log-odds. */
import { combinedScore, type CombinedFormula } from '../scoring/combined-score'
import { coalitionCount, type CoalitionScores } from './coalitions'
import { evidenceGroups, type EvidenceId } from './evidence-groups'
import { logOdds } from './log-odds'
import { shapleyValues } from './shapley'

/**
 * base + the sum of all shares + olderDays = score, all in log-odds: exact, as Shapley values are.
 */
export interface Attribution {
  /** Id of the model, or of the combination. */
  readonly model: string
  /** The model's probability for the row. */
  readonly probability: number
  /** The same as log-odds. */
  readonly score: number
  /** Log-odds that the model gives where all evidence is typical. */
  readonly base: number
  /** One a group, in the order of `evidenceGroups`; above 0 raises the probability, below lowers it. */
  readonly shares: readonly EvidenceShare[]
  /** What the days that were not weighed group by group (`daysLeftOut`) add together; rounding alone where there are none. */
  readonly olderDays: number
  /** Days at the start of the series that were not weighed group by group. */
  readonly daysLeftOut: number
}

export interface EvidenceShare {
  readonly group: EvidenceId
  readonly value: number
}

/** Shares one model's score out. */
export function attributionOf(model: string, { probabilities, whole, daysLeftOut }: CoalitionScores): Attribution {
  if (probabilities.length !== coalitionCount) throw new RangeError(`${coalitionCount} coalitions are needed, not ${probabilities.length}.`)
  const game = Float64Array.from(probabilities, logOdds)
  const values = shapleyValues(game)
  const score = logOdds(whole)
  return {
    model,
    probability: whole,
    score,
    base: game[0]!,
    shares: evidenceGroups.map(({ id }, group) => ({ group: id, value: values[group]! })),
    olderDays: score - game[coalitionCount - 1]!,
    daysLeftOut,
  }
}

/**
 * Shares the combination's score out: its probability for every coalition follows from those of its
 * models. Null where one of them is missing.
 */
export function combinedAttribution(formula: CombinedFormula, scores: ReadonlyMap<string, CoalitionScores>): Attribution | null {
  const parts: CoalitionScores[] = []
  for (const id of formula.models) {
    const part = scores.get(id)
    if (!part) return null
    parts.push(part)
  }
  const probabilities = combinedScore(formula, parts.map((part) => part.probabilities))
  const [whole] = combinedScore(formula, parts.map((part) => Float32Array.of(part.whole)))
  return attributionOf(formula.id, { probabilities, whole: whole!, daysLeftOut: Math.max(...parts.map((part) => part.daysLeftOut)) })
}
