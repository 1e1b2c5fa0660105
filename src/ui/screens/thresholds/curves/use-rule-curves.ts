import { useEffect, useState } from 'react'
import type { RowsSource } from '../../../../domain/bench/measured-rows'
import type { RuleCurve } from '../../../../domain/rules/rule-curve'
import type { CurvesByModel } from '../../../../store/app-state'
import { selectCurvesOf } from '../../../../store/bench-selectors'
import { useAppStore } from '../../../app-store-context'

const none: readonly RuleCurve[] = []

/**
 * What the rules that programmes use find on the rows of a source, asked for once it is wanted; empty
 * until then, and where the source has no rows. The same array until the rows change.
 */
export function useRuleCurves(source: RowsSource, wanted: boolean): readonly RuleCurve[] {
  const ruleCurves = useAppStore((state) => state.ruleCurves)
  const ground = useAppStore((state) => selectCurvesOf(state, source))
  const [last, setLast] = useState<{ readonly ground: CurvesByModel; readonly rules: readonly RuleCurve[] } | null>(null)
  const known = last?.ground === ground
  useEffect(() => {
    if (!wanted || known) return
    let isAwaited = true
    ruleCurves(source).then(
      (rules) => isAwaited && setLast({ ground, rules: rules ?? none }),
      // The store has said why there is no answer.
      () => isAwaited && setLast({ ground, rules: none }),
    )
    return () => {
      isAwaited = false
    }
  }, [wanted, known, source, ground, ruleCurves])
  return known ? last.rules : none
}
