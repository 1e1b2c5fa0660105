/** Thresholds for goals, solved and judged on rows whose truth is known. */
import type { ThresholdIntervals } from '../../../../domain/bench/interval'
import { highestPrecisionAtRecall } from '../../../../domain/metrics/highest-precision-at-recall'
import { highestRecallAtPrecision } from '../../../../domain/metrics/highest-recall-at-precision'
import type { AppStoreState } from '../../../../store/app-state'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { payoffOf } from '../../../../store/payoff-state'
import { selectJudgedCurve } from '../../../../store/segments-selectors'
import { selectSegments } from '../../../../store/selectors'
import { surestInWords, solvedInWords, type Solved } from '../goals/goal-words'
import { judgedByLabels, type Choice } from './choice'

/** The chosen model's curve as it alerts; null where there are no rows to measure by, or thresholds by segment decide them all. */
function steppedCurve(state: AppStoreState) {
  const measured = selectJudgedCurve(state, state.model)
  return measured && measured.curve.scores.length > 0 ? measured.curve : null
}

/** What the chosen model gives at a threshold, with how sure that is; null where no row can tell. */
export async function intervalsAt(state: AppStoreState, threshold: number): Promise<ThresholdIntervals | null> {
  const { model } = state
  return state.study(selectCurveSource(state), 'interval', { model, threshold, segments: selectSegments(state, model) })
}

/** The goals that speak of phantom rows. */
export async function measuredChoice(state: AppStoreState, goal: 'precision' | 'recall' | 'payoff'): Promise<Choice> {
  const { goals, model, payoff } = state
  const curve = steppedCurve(state)
  const segments = selectSegments(state, model)
  const source = selectCurveSource(state)
  switch (goal) {
    case 'precision': {
      const { precision: floor, precisionBy: by } = goals
      const solution = by === 'estimate' ? curve && highestRecallAtPrecision(curve, floor) : await state.study(source, 'solve', { model, segments, goal: { kind: 'precision', floor, heldOn: 'bound' } })
      return choiceOf(state, { goal, by, wanted: floor, solution })
    }
    case 'recall':
      return choiceOf(state, { goal, wanted: goals.recall, solution: curve && highestPrecisionAtRecall(curve, goals.recall) })
    case 'payoff': {
      const profit = await state.study(source, 'profit', { model, segments, payoff: payoffOf(payoff) })
      return choiceOf(state, { goal, solution: profit?.best ?? null })
    }
  }
}

async function choiceOf(state: AppStoreState, solved: Exclude<Solved, { goal: 'checks' }>): Promise<Choice> {
  const { goal, solution } = solved
  const intervals = solution && (await intervalsAt(state, solution.threshold))
  return {
    key: goal,
    threshold: solution?.threshold ?? null,
    reached: solution?.reached ?? false,
    judged: intervals && judgedByLabels(intervals),
    sentence: solvedInWords({ ...solved, rests: intervals?.precision ?? null }),
  }
}

/**
 * Where the wanted precision rests on too little, the threshold to rely on: the one that holds it with 95 % certainty, else
 * the one whose lower bound is highest. A share of two alerts is easily 100 %, and its bound is low. Null where nothing can be solved.
 */
export async function surestMeasured(state: AppStoreState): Promise<Choice | null> {
  const { model, goals } = state
  const floor = goals.precision
  const solution = await state.study(selectCurveSource(state), 'solve', { model, segments: selectSegments(state, model), goal: { kind: 'precision', floor, heldOn: 'bound' } })
  const intervals = solution && (await intervalsAt(state, solution.threshold))
  if (!intervals) return null
  const judged = judgedByLabels(intervals)
  return { key: 'surest', threshold: solution.threshold, reached: solution.reached, judged, sentence: surestInWords(solution.threshold, floor, judged) }
}
