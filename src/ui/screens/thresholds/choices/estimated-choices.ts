/** Thresholds for goals, solved and judged on what the probabilities lead to expect of the open extract. */
import { fewestPositives } from '../../../../domain/bench/fewest-positives'
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import type { AppStoreState } from '../../../../store/app-state'
import { selectCalibrationShare } from '../../../../store/estimates-selectors'
import { payoffOf } from '../../../../store/payoff-state'
import { selectSegments, selectThreshold } from '../../../../store/selectors'
import { estimatedInWords, lowerFigureInWords, type EstimatedGoalAsked } from '../goals/estimated-words'
import { surestInWords } from '../goals/goal-words'
import { judgedByEstimate, type Choice } from './choice'

type Goal = NonNullable<Parameters<AppStoreState['expected']>[0]['goal']>

/** Null where the model does not say what it was calibrated on: `selectGoalsOn` then does not go by the estimate. */
async function expected(state: AppStoreState, threshold: number, goal?: Goal): Promise<ExpectedAtThreshold | null> {
  const { model } = state
  const calibrationShare = selectCalibrationShare(state, model)
  if (calibrationShare === null) return null
  return state.expected({ model, threshold, segments: selectSegments(state, model), calibrationShare, ...(goal ? { goal } : {}) })
}

/** What to expect of the chosen model at a threshold. */
export const expectedAt = (state: AppStoreState, threshold: number) => expected(state, threshold)

/** The goals that speak of phantom rows. */
export async function estimatedChoice(state: AppStoreState, goal: 'precision' | 'recall' | 'payoff'): Promise<Choice> {
  const { goals, payoff } = state
  switch (goal) {
    case 'precision': {
      const asked = { goal, by: goals.precisionBy, wanted: goals.precision } as const
      const byFigure = await choiceOf(state, asked, { kind: 'precision', floor: goals.precision })
      return goals.precisionBy === 'lower-bound' ? heldByLowerFigure(state, byFigure) : byFigure
    }
    case 'recall':
      return choiceOf(state, { goal, wanted: goals.recall }, { kind: 'recall', floor: goals.recall })
    case 'payoff':
      return choiceOf(state, { goal }, { kind: 'payoff', payoff: payoffOf(payoff) })
  }
}

/** Halvings of what lies above the threshold by the figure: to a thousandth of it. */
const halvings = 10

/** The lowest threshold found whose estimated precision is as high as asked at the lower end of its interval too; the highest tried where none is. */
async function heldByLowerFigure(state: AppStoreState, byFigure: Choice): Promise<Choice> {
  const wanted = state.goals.precision
  if (byFigure.threshold === null) return byFigure
  const tryAt = async (threshold: number): Promise<Choice> => {
    const found = await expected(state, threshold)
    const judged = found && judgedByEstimate(found)
    const reached = judged?.sure !== null && judged !== null && judged.sure.low >= wanted
    return { key: 'precision', threshold, reached, judged, sentence: found ? lowerFigureInWords(threshold, wanted, reached, found) : '' }
  }
  let best = await tryAt(byFigure.threshold)
  if (best.reached) return best
  let [low, high] = [byFigure.threshold, 1]
  for (let halving = 0; halving < halvings; halving++) {
    const middle = Math.round((low + high) * 5000) / 10_000
    const tried = await tryAt(middle)
    // Of thresholds that nothing reaches nothing is known: the way is down.
    if (tried.reached || tried.judged?.sure == null) high = middle
    else low = middle
    if (tried.reached || (!best.reached && tried.judged?.sure != null)) best = tried
  }
  return best
}

async function choiceOf(state: AppStoreState, asked: EstimatedGoalAsked, goal: Goal): Promise<Choice> {
  const found = await expected(state, selectThreshold(state, state.model), goal)
  const solved = found?.solved ?? null
  return {
    key: asked.goal,
    threshold: solved?.threshold ?? null,
    reached: solved?.reached ?? false,
    judged: found && solved && judgedByEstimate(found),
    sentence: found ? estimatedInWords(asked, found) : '',
  }
}

/** The surest threshold with enough alerts; null where there are fewer. */
export async function surestEstimated(state: AppStoreState): Promise<Choice | null> {
  const { precision: floor } = state.goals
  const found = await expected(state, selectThreshold(state, state.model), { kind: 'precision', floor, leastAlerts: fewestPositives })
  if (!found?.solved) return null
  const judged = judgedByEstimate(found)
  const { threshold, reached } = found.solved
  return { key: 'surest', threshold, reached, judged, sentence: surestInWords(threshold, floor, judged) }
}
