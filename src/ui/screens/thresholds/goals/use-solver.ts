import { useCallback } from 'react'
import { thresholdForChecks } from '../../../../domain/alerts/today/threshold-for-checks'
import { highestPrecisionAtRecall } from '../../../../domain/metrics/highest-precision-at-recall'
import { highestRecallAtPrecision } from '../../../../domain/metrics/highest-recall-at-precision'
import { selectCurveSource } from '../../../../store/bench-selectors'
import { selectJudgedCurve } from '../../../../store/segments-selectors'
import { selectSegments } from '../../../../store/selectors'
import { judgedToday } from '../../../../store/today-selectors'
import { payoffOf } from '../../../../store/payoff-state'
import { useAppStoreApi } from '../../../app-store-context'
import { solvedInWords, type Solved } from './goal-words'

/** What solving came to: the threshold, null where there is none, and the answer in words. */
export interface Found {
  readonly threshold: number | null
  readonly sentence: string
}

/** The goals, by which their cards are told apart. */
export type GoalKind = Solved['goal']

/**
 * Solves for a goal with the figures that stand in the store, for the chosen model over the source in
 * use; null: no answer came, and the store has said why. Checks are counted on the latest day of the
 * extract itself, which needs no label. Thresholds by segment stand: what is solved for is the common one.
 */
export function useSolver(): (goal: GoalKind) => Promise<Found | null> {
  const store = useAppStoreApi()
  return useCallback(
    async (goal) => {
      const state = store.getState()
      const { goals, model, today, payoff } = state
      // Without a step, thresholds by segment decide every row and nothing is left to solve for.
      const judged = selectJudgedCurve(state, model)
      const measured = judged && judged.curve.scores.length > 0 ? judged : null
      const segments = selectSegments(state, model)
      const source = selectCurveSource(state)
      /** How sure the precision is at what was found. */
      const restsOf = async (solution: { readonly threshold: number } | null) =>
        solution && ((await state.study(source, 'interval', { model, threshold: solution.threshold, segments }))?.precision ?? null)
      try {
        switch (goal) {
          case 'precision': {
            const { precision: floor, precisionBy: by } = goals
            const solution = by === 'estimate' ? measured && highestRecallAtPrecision(measured.curve, floor) : await state.study(source, 'solve', { model, segments, goal: { kind: 'precision', floor, heldOn: 'bound' } })
            return found({ goal, by, wanted: floor, solution, rests: await restsOf(solution) })
          }
          case 'recall': {
            const solution = measured && highestPrecisionAtRecall(measured.curve, goals.recall)
            return found({ goal, wanted: goals.recall, solution, rests: await restsOf(solution) })
          }
          case 'payoff': {
            const curve = await state.study(source, 'profit', { model, segments, payoff: payoffOf(payoff) })
            const solution = curve?.best ?? null
            return found({ goal, solution, rests: await restsOf(solution) })
          }
          case 'checks': {
            const isMine = today !== null && today.model === model && today.opened === state.opened
            const solution = isMine ? thresholdForChecks(today.facts, judgedToday(today, state), goals.checks, goals.checksIn) : null
            return found({ goal, in: goals.checksIn, wanted: goals.checks, solution })
          }
        }
      } catch {
        return null
      }
    },
    [store],
  )
}

const found = (solved: Solved): Found => ({ threshold: solved.solution?.threshold ?? null, sentence: solvedInWords(solved) })
