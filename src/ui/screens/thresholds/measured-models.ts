import { useMemo } from 'react'
import type { ThresholdCurve } from '../../../domain/metrics/threshold-curve'
import { shippedModels } from '../../../domain/scoring/model-manifest'
import { selectCurvesOf, selectCurveSource } from '../../../store/bench-selectors'
import { selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { seriesLook, type SeriesLook } from '../../widgets/charts/series-look'
import { useModelName } from '../../use-model-name'
import { sourceName } from './source-name'

/** A usable model with the curve to measure it by, and how its line is drawn everywhere. */
export interface MeasuredModel {
  readonly id: string
  readonly name: string
  readonly look: SeriesLook
  readonly curve: ThresholdCurve
  /** Which rows the curve is of, for people. */
  readonly source: string
}

/** The usable models that have a curve, in the listed order. The same array until a curve changes. */
export function useMeasuredModels(): readonly MeasuredModel[] {
  const models = useAppStore(selectUsableModels)
  const modelName = useModelName()
  const source = useAppStore(selectCurveSource)
  const curves = useAppStore((state) => selectCurvesOf(state, source))
  const file = useAppStore((state) => state.file?.name ?? null)
  return useMemo(() => {
    const shipped: readonly string[] = shippedModels
    let further = shipped.length
    return models.flatMap(({ id }) => {
      const place = shipped.indexOf(id)
      const look = seriesLook(place < 0 ? further++ : place)
      const curve = curves[id]
      return curve ? [{ id, name: modelName(id), look, curve, source: sourceName(source, curve.positives + curve.negatives, file) }] : []
    })
  }, [models, modelName, curves, source, file])
}
