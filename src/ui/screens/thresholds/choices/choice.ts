/** A threshold that can be chosen, and what it gives by the figures that the screen goes by. */
import type { ThresholdIntervals } from '../../../../domain/bench/interval'
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import { precision, recall } from '../../../../domain/metrics/confusion-measures'
import { fewestPositives } from '../../../../domain/bench/fewest-positives'
import type { GoalKind } from '../goals/goal-words'

/** `surest`: the one to rely on where the wanted precision rests on too little; `own`: the model's own, shipped with it or brought. */
export type ChoiceKey = GoalKind | 'surest' | 'own'

/** What a threshold gives, measured or estimated. Shares from 0 to 1; NaN where there is no alert, or no phantom row. */
export interface Judged {
  readonly precision: number
  /** 95 %; null where too little stands behind the precision. */
  readonly sure: { readonly low: number; readonly high: number } | null
  readonly recall: number
  /** 95 %; null where it is not known. */
  readonly sureRecall: { readonly low: number; readonly high: number } | null
  /** Rows of all days that reach it. */
  readonly alerts: number
  /** Of how many store-items these are; null where that is not counted. */
  readonly items: number | null
  readonly tooFew: boolean
  /** What the precision is at least, with 95 % certainty (one-sided); null where that is not known. */
  readonly atLeast: number | null
}

export interface Choice {
  readonly key: ChoiceKey
  /** Null: there is none. */
  readonly threshold: number | null
  /** Does it give what was asked? Where not, it is the nearest. */
  readonly reached: boolean
  readonly judged: Judged | null
  /** The whole answer in words, as it is said once it is taken; '' for the model's own. */
  readonly sentence: string
}

/** A choice of which nothing is known yet. */
export const unsolved = (key: ChoiceKey): Choice => ({ key, threshold: null, reached: false, judged: null, sentence: '' })

const known = ({ low, high }: { readonly low: number; readonly high: number }) => (Number.isNaN(low) ? null : { low, high })

export function judgedByLabels({ counts, precision: sure, recall: sureRecall }: ThresholdIntervals): Judged {
  return {
    precision: precision(counts),
    sure: sure.tooFew ? null : known(sure),
    recall: recall(counts),
    sureRecall: sureRecall.tooFew ? null : known(sureRecall),
    alerts: counts.tp + counts.fp,
    items: sure.items,
    tooFew: sure.tooFew,
    atLeast: Number.isNaN(sure.atLeast) ? null : sure.atLeast,
  }
}

export function judgedByEstimate({ alerts, adjusted, asCalibrated }: ExpectedAtThreshold): Judged {
  const estimated = adjusted.status === 'estimated'
  const { precision: expected, recall: found } = estimated ? adjusted.expected : asCalibrated
  return {
    precision: expected,
    sure: estimated ? known(adjusted.intervals.precision) : null,
    recall: found,
    sureRecall: estimated ? known(adjusted.intervals.recall) : null,
    alerts,
    items: null,
    tooFew: alerts < fewestPositives,
    atLeast: null,
  }
}
