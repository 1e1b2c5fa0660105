/**
 * What follows from the state, in this order: usable models -> threshold in use -> alerts of
 * the view -> totals. Memoised by the identity of what they read. What is measured: bench-selectors.ts.
 */
import type { AlertRow } from '../domain/alerts/alert-row'
import { isAlert } from '../domain/scoring/prediction-columns'
import { shippedModels } from '../domain/scoring/model-manifest'
import { ownThresholdOf, type Placed, type SegmentThresholds } from '../domain/segments/segment-thresholds'
import type { LoadedModel, UsableModel } from '../engine/engine'
import { countJudged, selectAlerts, sumAlerts } from './alert-selection'
import type { AlertSelection, AlertTotals } from './alert-selection'
import type { AppState } from './app-state'
import { lastOf } from './last-of'

export type { CombinationModel, GraphModel, PipelineModel, UsableModel } from '../engine/engine'

const noAlerts: AlertSelection = { count: 0, positions: null }
const noTotals: AlertTotals = { missedUnits: 0, lostSales: null }

const usableOf = lastOf((models: readonly LoadedModel[]) => models.filter((model): model is UsableModel => model.usable))
const alertsOf = lastOf(selectAlerts)
const totalsOf = lastOf(sumAlerts)
const judgedOf = lastOf(countJudged)

/** Models that score, in the order in which they are listed everywhere. */
export function selectUsableModels(state: Pick<AppState, 'loadedModels'>): readonly UsableModel[] {
  return usableOf(state.loadedModels)
}

/** The threshold that the model was shipped with; null for a model that is not usable. */
export function selectShippedThreshold(state: Pick<AppState, 'loadedModels'>, model: string): number | null {
  return selectUsableModels(state).find(({ id }) => id === model)?.threshold.precision_floor_threshold ?? null
}

/** The common threshold in use: the user's, else the shipped one; 1 (next to no alert) for a model that is not usable. */
export function selectThreshold(state: Pick<AppState, 'loadedModels' | 'thresholds'>, model: string): number {
  return state.thresholds[model] ?? selectShippedThreshold(state, model) ?? 1
}

/** Thresholds of their own that segments have with a model; null: one threshold for all. */
export function selectSegments({ segmentThresholds }: Pick<AppState, 'segmentThresholds'>, model: string): SegmentThresholds | null {
  return segmentThresholds[model] ?? null
}

/** The threshold that decides a row: that of its segment, else the common one. */
export function selectRowThreshold(state: Pick<AppState, 'loadedModels' | 'thresholds' | 'segmentThresholds'>, model: string, row: Placed): number {
  return ownThresholdOf(selectSegments(state, model), row)?.threshold ?? selectThreshold(state, model)
}

/** The alerts of the view on screen. */
export function selectAlertSelection(state: Pick<AppState, 'view' | 'loadedModels' | 'thresholds'>): AlertSelection {
  if (!state.view) return noAlerts
  // The view answers an earlier question while a new one is under way: its own model counts.
  const { query, view } = state.view
  return alertsOf(view, query.order, selectThreshold(state, query.model))
}

/** How many alerts stand in the view on screen. */
export function selectAlertCount(state: Pick<AppState, 'view' | 'loadedModels' | 'thresholds'>): number {
  return selectAlertSelection(state).count
}

/** How many rows of the view on screen have a probability; the others are not scored yet. */
export function selectJudgedCount(state: Pick<AppState, 'view'>): number {
  return state.view ? judgedOf(state.view.view) : 0
}

/** Sums over the alerts of the view on screen; null for all days, where days of one spell would be counted again and again. */
export function selectAlertTotals(state: Pick<AppState, 'view' | 'loadedModels' | 'thresholds'>): AlertTotals | null {
  if (!state.view) return noTotals
  if (state.view.query.scope.kind === 'all') return null
  return totalsOf(state.view.view, selectAlertSelection(state))
}

/** Of a row's probabilities, how many reach their model's threshold, of how many that scored it. A combination is left out: it repeats what its models say. */
export function countAgreeing(
  state: Pick<AppState, 'loadedModels' | 'thresholds' | 'segmentThresholds'>,
  row: Placed & Pick<AlertRow, 'probabilities'>,
): { readonly agreeing: number; readonly of: number } {
  let agreeing = 0
  let of = 0
  for (const { id, kind } of selectUsableModels(state)) {
    if (kind === 'combination') continue
    const probability = row.probabilities[id]
    if (probability === undefined || Number.isNaN(probability)) continue
    of++
    if (isAlert(probability, selectRowThreshold(state, id, row))) agreeing++
  }
  return { agreeing, of }
}

/** The model to begin with: the first usable one in the listed order, else the first listed. */
export function firstUsable(models: readonly LoadedModel[]): string {
  return usableOf(models)[0]?.id ?? shippedModels[0]
}

/** The models that have scored the latest day, so far. */
export function selectLatestOf({ phase }: Pick<AppState, 'phase'>): readonly string[] | 'all' {
  if (phase.phase === 'scoring') return phase.latestOf
  if (phase.phase !== 'ready' || phase.scored.rows === 'none') return []
  return phase.scored.rows === 'all' ? 'all' : phase.scored.of
}

/** Is there something to look at: the chosen model has scored the latest day, or more. */
export function selectHasResults({ phase, model }: Pick<AppState, 'phase' | 'model'>): boolean {
  const latestOf = selectLatestOf({ phase })
  return latestOf === 'all' || latestOf.includes(model)
}
