import { useMemo } from 'react'
import type { ThresholdCurve } from '../../../domain/metrics/threshold-curve'
import { shippedModels } from '../../../domain/scoring/model-manifest'
import { selectCurve, selectUsableModels } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { seriesLook, type SeriesLook } from '../../widgets/charts/series-look'
import { useModelName } from '../../use-model-name'

/** A usable model with the curve to measure it by, and how its line is drawn everywhere. */
export interface MeasuredModel {
  readonly id: string
  readonly name: string
  readonly look: SeriesLook
  readonly curve: ThresholdCurve
}

/** The usable models that have a curve, in the listed order. The same array until a curve changes. */
export function useMeasuredModels(): readonly MeasuredModel[] {
  const models = useAppStore(selectUsableModels)
  const modelName = useModelName()
  const opened = useAppStore((state) => state.opened)
  const extractCurves = useAppStore((state) => state.extractCurves)
  const bundledCurves = useAppStore((state) => state.bundledCurves)
  return useMemo(() => {
    const shipped: readonly string[] = shippedModels
    let further = shipped.length
    return models.flatMap(({ id }) => {
      const place = shipped.indexOf(id)
      const look = seriesLook(place < 0 ? further++ : place)
      const measured = selectCurve({ opened, extractCurves, bundledCurves }, id)
      return measured === null ? [] : [{ id, name: modelName(id), look, curve: measured.curve }]
    })
  }, [models, modelName, opened, extractCurves, bundledCurves])
}
