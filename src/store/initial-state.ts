/** The state before anything happened. */
import { allRowsFilter } from './app-state'
import type { AppState } from './app-state'
import { noBench } from './bench-state'
import { benchViewAtStart } from './bench-view-state'
import { noCarried } from './carried-state'
import { noFindings } from './findings-state'
import { noKeptMappings } from './kept-mappings-state'
import { usualGoals } from './goals-state'
import { noOwnModels } from './own-models-state'
import { usualPayoff } from './payoff-state'
import { nothingPicked } from './picked-for-state'
import { noSegments } from './segments-state'
import { nothingTaken } from './take-away/take-away-state'
import { noToday } from './today-state'
import { noTour } from './tour-state'

export const initialState: AppState = {
  phase: { phase: 'loading-models' },
  loadedModels: [],
  results: null,
  file: null,
  proposal: null,
  mapping: null,
  answers: {},
  group: null,
  recalledFrom: null,
  opened: null,
  tab: 'Alerts',
  model: 'lgbm',
  thresholds: {},
  filter: allRowsFilter,
  view: null,
  extractCurves: {},
  bundledCurves: {},
  downloadFraction: null,
  notice: null,
  ...noBench,
  ...benchViewAtStart,
  ...noCarried,
  goals: usualGoals,
  payoff: usualPayoff,
  ...nothingPicked,
  ...noKeptMappings,
  ...noOwnModels,
  ...noSegments,
  ...nothingTaken,
  ...noToday,
  ...noTour,
  findings: noFindings,
}
