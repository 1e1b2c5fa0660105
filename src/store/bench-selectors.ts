/** What thresholds are measured by: the source in use, its curves, and what a study of it depends on. */
import { fewestPositives } from '../domain/bench/fewest-positives'
import type { RowsSource } from '../domain/bench/measured-rows'
import type { ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { OpenedExtract } from '../engine/engine'
import type { AppState, CurvesByModel } from './app-state'

export type WithCurves = Pick<AppState, 'opened' | 'extractCurves' | 'bundledCurves' | 'benchSource' | 'found'>

/** The curve to measure a model by, and where it comes from. */
export interface SourcedCurve {
  readonly source: RowsSource
  readonly curve: ThresholdCurve
}
export type MeasuredCurve = SourcedCurve | null

/** In the order in which they are preferred. */
export const rowsSources = ['extract', 'findings', 'test-worlds'] as const satisfies readonly RowsSource[]

/** Does the file itself tell the truth of some candidates? Only then can a model be measured on it without findings. */
export function isLabelled({ labelled }: OpenedExtract): boolean {
  return labelled.stated + labelled.counted > 0
}

const none: CurvesByModel = {}

/** The curves over the rows of one source, as far as they are made. The same object until they change: a study of the source holds as long. */
export function selectCurvesOf({ opened, extractCurves, bundledCurves, found }: WithCurves, source: RowsSource): CurvesByModel {
  switch (source) {
    case 'extract':
      return opened ? extractCurves : none
    case 'findings':
      return found && found.opened === opened ? found.curves : none
    case 'test-worlds':
      return bundledCurves
  }
}

/** Does the source have rows that some model can be measured by? */
export function hasRows(state: WithCurves, source: RowsSource): boolean {
  return Object.values(selectCurvesOf(state, source)).some((curve) => curve !== null)
}

/** Findings are checked alerts, most of them: they take the place of the test worlds only where both classes are many. */
export function areManyFound(state: WithCurves): boolean {
  return Object.values(selectCurvesOf(state, 'findings')).some((curve) => curve && Math.min(curve.positives, curve.negatives) >= fewestPositives)
}

/** The source in use: the user's choice while it has rows; else the extract's labels, what the store found if that is much, the test worlds. */
export function selectCurveSource(state: WithCurves): RowsSource {
  const { benchSource } = state
  if (benchSource && hasRows(state, benchSource)) return benchSource
  return hasRows(state, 'extract') ? 'extract' : areManyFound(state) ? 'findings' : 'test-worlds'
}

const sourced: Readonly<Record<RowsSource, WeakMap<ThresholdCurve, SourcedCurve>>> = { extract: new WeakMap(), findings: new WeakMap(), 'test-worlds': new WeakMap() }

/** Same object for the same curve, so that it can be selected from the store as it is. */
export function selectCurve(state: WithCurves, model: string): MeasuredCurve {
  const source = selectCurveSource(state)
  const curve = selectCurvesOf(state, source)[model]
  return curve ? sourcedCurve(source, curve) : null
}

/** A curve with its source; the same object for the same curve. */
export function sourcedCurve(source: RowsSource, curve: ThresholdCurve): SourcedCurve {
  const known = sourced[source].get(curve)
  if (known) return known
  const made = { source, curve }
  sourced[source].set(curve, made)
  return made
}
