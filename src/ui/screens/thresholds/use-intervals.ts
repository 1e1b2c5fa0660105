import type { ThresholdIntervals } from '../../../domain/bench/interval'
import { selectCurveSource } from '../../../store/bench-selectors'
import { selectSegments, selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { useStudy } from '../../use-study'

/** How sure the figures of the chosen model as it alerts are; null until that is known of this very setting. */
export function useIntervals(): ThresholdIntervals | null {
  const source = useAppStore(selectCurveSource)
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const { answer, of } = useStudy(source, 'interval', { model, threshold, segments })
  return of?.model === model && of.threshold === threshold && of.segments === segments ? answer : null
}
