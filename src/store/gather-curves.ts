/** Curves of every usable model, one after the other: the engine is asked about one at a time. */
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { AppState, CurvesByModel } from './app-state'
import { selectUsableModels } from './selectors'

export async function gatherCurves(state: Pick<AppState, 'loadedModels'>, curveOf: (model: string) => Promise<ThresholdCurve | null>): Promise<CurvesByModel> {
  const entries: [string, ThresholdCurve | null][] = []
  for (const { id } of selectUsableModels(state)) entries.push([id, await curveOf(id)])
  return Object.fromEntries(entries)
}
