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
import type { Solved } from './goal-words'

/** The goals, by which their cards are told apart. */
export type GoalKind = Solved['goal']

/**
 * Solves for a goal with the figures that stand in the store, for the chosen model over the source in
 * use; null: no answer came, and the store has said why. Checks are counted on the latest day of the
 * extract itself, which needs no label. Thresholds by segment stand: what is solved for is the common one.
 */
export function useSolver(): (goal: GoalKind) => Promise<Solved | null> {
  const store = useAppStoreApi()
  return useCallback(
    async (goal) => {
      const state = store.getState()
      const { goals, model, today, payoff } = state
      const measured = selectJudgedCurve(state, model)
      const segments = selectSegments(state, model)
      try {
        switch (goal) {
          case 'precision': {
            const { precision: floor, precisionBy: by } = goals
            if (by === 'estimate') return { goal, by, wanted: floor, solution: measured && settable(highestRecallAtPrecision(measured.curve, floor)) }
            return { goal, by, wanted: floor, solution: settable(await state.study(selectCurveSource(state), 'solve', { model, segments, goal: { kind: 'precision', floor, heldOn: 'bound' } })) }
          }
          case 'recall':
            return { goal, wanted: goals.recall, solution: measured && settable(highestPrecisionAtRecall(measured.curve, goals.recall)) }
          case 'payoff': {
            const curve = await state.study(selectCurveSource(state), 'profit', { model, segments, payoff: payoffOf(payoff) })
            return { goal, solution: settable(curve?.best ?? null) }
          }
          case 'checks': {
            const isMine = today !== null && today.model === model && today.opened === state.opened
            const solution = isMine ? thresholdForChecks(today.facts, judgedToday(today, state), goals.checks, goals.checksIn) : null
            return { goal, in: goals.checksIn, wanted: goals.checks, solution: settable(solution) }
          }
        }
      } catch {
        return null
      }
    },
    [store],
  )
}

/**
 * Rows that the threshold of their segment makes alerts stand above every score, at Infinity. Where a solution is to
 * have these alone, the highest threshold that can be set leaves the others out.
 */
function settable<Solution extends { readonly threshold: number }>(solution: Solution | null): Solution | null {
  return solution && (solution.threshold > 1 ? { ...solution, threshold: 1 } : solution)
}
