import { useCallback } from 'react'
import { selectCalibrationShare } from '../../../../store/estimates-selectors'
import { payoffOf } from '../../../../store/payoff-state'
import { selectSegments, selectThreshold } from '../../../../store/selectors'
import { useAppStoreApi } from '../../../app-store-context'
import { estimatedInWords } from './estimated-words'
import type { Found } from './use-solver'

/** The goals that speak of phantom rows: checks are counted, whatever is known of them. */
export type EstimatedGoalKind = 'precision' | 'recall' | 'payoff'

/** Solves for a goal on what the probabilities lead to expect of the open extract; null: no answer came, and the store has said why. */
export function useEstimatedSolver(): (goal: EstimatedGoalKind) => Promise<Found | null> {
  const store = useAppStoreApi()
  return useCallback(
    async (goal) => {
      const state = store.getState()
      const { goals, model, payoff } = state
      const calibrationShare = selectCalibrationShare(state, model)
      if (calibrationShare === null) return null
      const question = { model, threshold: selectThreshold(state, model), segments: selectSegments(state, model), calibrationShare }
      try {
        switch (goal) {
          case 'precision': {
            const { precision: floor, precisionBy: by } = goals
            const found = await state.expected({ ...question, goal: { kind: 'precision', floor } })
            return { threshold: found.solved?.threshold ?? null, sentence: estimatedInWords({ goal, by, wanted: floor }, found) }
          }
          case 'recall': {
            const { recall: floor } = goals
            const found = await state.expected({ ...question, goal: { kind: 'recall', floor } })
            return { threshold: found.solved?.threshold ?? null, sentence: estimatedInWords({ goal, wanted: floor }, found) }
          }
          case 'payoff': {
            const found = await state.expected({ ...question, goal: { kind: 'payoff', payoff: payoffOf(payoff) } })
            return { threshold: found.solved?.threshold ?? null, sentence: estimatedInWords({ goal }, found) }
          }
        }
      } catch {
        return null
      }
    },
    [store],
  )
}
