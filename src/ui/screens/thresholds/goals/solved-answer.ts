/** What a solved answer rests on: once any of it is another, the answer is of something that is no longer on the screen. */
import type { AppState } from '../../../../store/app-state'
import { selectCurve, type WithCurves } from '../../../../store/bench-selectors'
import type { GoalsOn } from '../../../../store/bench-view-state'
import { selectGoalsOn } from '../../../../store/precision-rank'
import { selectSegments, selectThreshold } from '../../../../store/selectors'
import type { ChoiceKey } from '../choices/choice'

type Standing = WithCurves & Pick<AppState, 'model' | 'loadedModels' | 'thresholds' | 'segmentThresholds' | 'payoff' | 'phase' | 'goalsOn'>

/** The causes of an answer, each compared by identity. */
export interface AnswerGround {
  readonly model: string
  /** What goals are solved on; checks are counted, whichever it is. */
  readonly on: GoalsOn
  /** The rows with their source; for checks, the extract whose latest day they are counted on; for the estimate, the extract too. */
  readonly rows: ReturnType<typeof selectCurve> | AppState['opened']
  readonly segments: ReturnType<typeof selectSegments>
  /** Null for goals that money says nothing in. */
  readonly payoff: AppState['payoff'] | null
}

/** An answer in words, with what it was found for. */
export interface SolvedAnswer {
  readonly goal: ChoiceKey
  readonly ground: AnswerGround
  /** The common threshold as it stood once the answer was taken over. */
  readonly threshold: number
  readonly sentence: string
}

/** What an answer for this goal would rest on now. */
export function answerGround(state: Standing, goal: ChoiceKey): AnswerGround {
  const { model, opened, payoff } = state
  const on = goal === 'checks' ? 'measured' : selectGoalsOn(state, model)
  return {
    model,
    on,
    rows: goal === 'checks' || on === 'estimate' ? opened : selectCurve(state, model),
    segments: selectSegments(state, model),
    payoff: goal === 'payoff' ? payoff : null,
  }
}

/** Is the ground still the one that an answer for this goal would rest on? */
export function isGroundStill(state: Standing, goal: ChoiceKey, ground: AnswerGround): boolean {
  const now = answerGround(state, goal)
  return now.model === ground.model && now.on === ground.on && now.rows === ground.rows && now.segments === ground.segments && now.payoff === ground.payoff
}

/** Does the answer still hold of what is on the screen: its ground and the threshold that it found? */
export function holdsStill(state: Standing, { goal, ground, threshold }: SolvedAnswer): boolean {
  return isGroundStill(state, goal, ground) && selectThreshold(state, state.model) === threshold
}
