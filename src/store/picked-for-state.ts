/** What thresholds were picked for: said in `threshold.json`, so that a threshold for least cost is not read as one that missed a precision. */
import { z } from 'zod'
import type { AppState } from './app-state'
import { selectCurveSource, type WithCurves } from './bench-selectors'
import { payoffOf } from './payoff-state'
import { selectGoalsOn } from './precision-rank'

const share = z.number().min(0).max(1)
const solvedOn = z.enum(['extract', 'findings', 'test-worlds', 'estimate'])
const amount = z.number().nonnegative()

/** A goal as `threshold.json` writes it (`picked_for`): CHANGELOG.md in take-away/. */
export const pickedGoal = z.discriminatedUnion('goal', [
  z.object({ goal: z.literal('precision'), at_least: share, held_by: z.enum(['estimate', 'lower-bound']), solved_on: solvedOn }),
  z.object({ goal: z.literal('recall'), at_least: share, solved_on: solvedOn }),
  /** The surest to rely on, where the threshold for that precision rests on too little. */
  z.object({ goal: z.literal('surest'), wanted_precision: share, solved_on: solvedOn }),
  z.object({ goal: z.literal('checks'), a_store_and_day: amount, held: z.enum(['average', 'every-store']) }),
  z.object({
    goal: z.literal('lowest-cost'),
    cost_of_check: amount,
    find_is_worth: z.union([
      z.object({ by: z.literal('find'), amount }),
      z.object({ by: z.literal('unit'), days: amount, marginOfUnit: amount }),
      z.object({ by: z.literal('price'), days: amount, marginShare: share }),
    ]),
    share_recovered: share,
    cost_of_miss: amount,
    solved_on: solvedOn,
  }),
])

export type PickedGoal = z.infer<typeof pickedGoal>

/** As the browser and session files hold it. */
export const writtenPickedFor = z.record(z.string().min(1).max(60), z.object({ threshold: share, goal: pickedGoal }))

export interface PickedForState {
  /** By model id: the last threshold that a goal gave, and the goal. One that was moved since is no longer for it: see `selectPickedFor`. */
  readonly pickedFor: Readonly<Record<string, { readonly threshold: number; readonly goal: PickedGoal }>>
}

/** What thresholds were picked for, as a browser kept it; nothing where it is none. */
export function pickedForIn(given: unknown): PickedForState['pickedFor'] {
  const read = writtenPickedFor.safeParse(given)
  return read.success ? read.data : {}
}

export interface PickedForActions {
  /** Sets the threshold and remembers what it was picked for. */
  readonly pickThreshold: (model: string, threshold: number, goal: PickedGoal) => void
}

export const nothingPicked: PickedForState = { pickedFor: {} }

/** What the model's threshold in use was picked for; null where it was set by hand, or shipped. */
export function selectPickedFor({ pickedFor, thresholds }: Pick<AppState, 'pickedFor' | 'thresholds'>, model: string): PickedGoal | null {
  const picked = pickedFor[model]
  return picked && picked.threshold === thresholds[model] ? picked.goal : null
}

type Standing = WithCurves & Pick<AppState, 'goals' | 'payoff' | 'model' | 'phase' | 'loadedModels' | 'goalsOn'>

/** The goal as it stands now, to be remembered with the threshold that solving for it gives. */
export function goalAsAsked(state: Standing, goal: 'precision' | 'recall' | 'surest' | 'checks' | 'payoff'): PickedGoal {
  const { goals, payoff, model } = state
  const solved_on = selectGoalsOn(state, model) === 'estimate' ? 'estimate' : selectCurveSource(state)
  switch (goal) {
    case 'precision':
      return { goal, at_least: goals.precision, held_by: goals.precisionBy, solved_on }
    case 'recall':
      return { goal, at_least: goals.recall, solved_on }
    case 'surest':
      return { goal, wanted_precision: goals.precision, solved_on }
    case 'checks':
      return { goal, a_store_and_day: goals.checks, held: goals.checksIn }
    case 'payoff': {
      const { costOfCheck, worth, shareRecovered, costOfMiss } = payoffOf(payoff)
      return { goal: 'lowest-cost', cost_of_check: costOfCheck, find_is_worth: worth, share_recovered: shareRecovered, cost_of_miss: costOfMiss, solved_on }
    }
  }
}
