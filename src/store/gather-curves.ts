/** Curves of some models, one after the other: the engine is asked about one at a time. */
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { CurvesByModel } from './app-state'

export async function gatherCurves(models: readonly { readonly id: string }[], curveOf: (model: string) => Promise<ThresholdCurve | null>): Promise<CurvesByModel> {
  const entries: [string, ThresholdCurve | null][] = []
  for (const { id } of models) entries.push([id, await curveOf(id)])
  return Object.fromEntries(entries)
}
