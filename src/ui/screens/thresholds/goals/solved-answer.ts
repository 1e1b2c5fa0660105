/** What a solved answer rests on: once any of it is another, the answer is of something that is no longer on the screen. */
import type { AppState } from '../../../../store/app-state'
import { selectCurve, type WithCurves } from '../../../../store/bench-selectors'
import { selectSegments, selectThreshold } from '../../../../store/selectors'
import type { GoalKind } from './use-solver'

type Standing = WithCurves & Pick<AppState, 'model' | 'loadedModels' | 'thresholds' | 'segmentThresholds' | 'payoff'>

/** The causes of an answer, each compared by identity. */
export interface AnswerGround {
  readonly model: string
  /** The rows with their source; for checks, the extract whose latest day they are counted on. */
  readonly rows: ReturnType<typeof selectCurve> | AppState['opened']
  readonly segments: ReturnType<typeof selectSegments>
  /** Null for goals that money says nothing in. */
  readonly payoff: AppState['payoff'] | null
}

/** An answer in words, with what it was found for. */
export interface SolvedAnswer {
  readonly goal: GoalKind
  readonly ground: AnswerGround
  /** The common threshold as it stood once the answer was taken over. */
  readonly threshold: number
  readonly sentence: string
}

/** What an answer for this goal would rest on now. */
export function answerGround(state: Standing, goal: GoalKind): AnswerGround {
  const { model, opened, payoff } = state
  return {
    model,
    rows: goal === 'checks' ? opened : selectCurve(state, model),
    segments: selectSegments(state, model),
    payoff: goal === 'payoff' ? payoff : null,
  }
}

/** Is the ground still the one that an answer for this goal would rest on? */
export function isGroundStill(state: Standing, goal: GoalKind, ground: AnswerGround): boolean {
  const now = answerGround(state, goal)
  return now.model === ground.model && now.rows === ground.rows && now.segments === ground.segments && now.payoff === ground.payoff
}

/** Does the answer still hold of what is on the screen: its ground and the threshold that it found? */
export function holdsStill(state: Standing, { goal, ground, threshold }: SolvedAnswer): boolean {
  return isGroundStill(state, goal, ground) && selectThreshold(state, state.model) === threshold
}
