/**
 * What follows for today: the facts in use -> the list of each store -> the one on screen; and what
 * all alerts of the latest day add up to. Memoised by the identity of what they read.
 */
import { countByDay } from '../domain/alerts/today/alert-days'
import type { DayCount } from '../domain/alerts/today/alert-days'
import type { HoldReason } from '../domain/alerts/today/hold-reason'
import { overview, type Overview } from '../domain/alerts/today/overview'
import type { GhostFact, TodayFacts } from '../domain/alerts/today/today-facts'
import { todaysLists, type StoreList } from '../domain/alerts/today/todays-list'
import type { AppState } from './app-state'
import { selectCheckedLately } from './findings-selectors'
import { lastOf } from './last-of'
import { selectThreshold } from './selectors'
import type { TodayPlan } from './today-state'

/** Days for which a check settles what is on the shelf, the day of the record that was checked included. */
export const checkHolds = 7

type WithScores = Pick<AppState, 'today' | 'opened' | 'view' | 'loadedModels' | 'thresholds'>
type WithLists = WithScores & Pick<AppState, 'todayPlan' | 'putBack' | 'findings' | 'file'>

const noLists: readonly StoreList[] = []
const noGhosts: readonly GhostFact[] = []

/** The facts and scores that stand on screen; null until the latest day is scored, and while it is scored again. */
export function selectToday({ today, opened, view }: Pick<AppState, 'today' | 'opened' | 'view'>): AppState['today'] {
  return today && view && today.opened === opened ? today : null
}

const listsOf = lastOf(
  (facts: TodayFacts, scores: Float32Array, threshold: number, plan: TodayPlan, putBack: readonly HoldReason[], findings: AppState['findings'], file: AppState['file']) =>
    todaysLists(facts, scores, {
      threshold,
      perStore: plan.perStore,
      controls: plan.controls,
      putBack: new Set(putBack),
      checked: (day) => ({
        lately: selectCheckedLately({ findings, file }, day, checkHolds),
        thatDay: selectCheckedLately({ findings, file }, day, 1),
      }),
    }),
)

/** One list a store, in the stores' order; empty until the latest day is scored. */
export function selectTodaysLists(state: WithLists): readonly StoreList[] {
  const today = selectToday(state)
  if (!today) return noLists
  return listsOf(today.facts, today.scores, selectThreshold(state, today.model), state.todayPlan, state.putBack, state.findings, state.file)
}

/** The list on screen: the chosen store's, else the first store's that has an alert, else the first. */
export function selectTodaysList(state: WithLists & Pick<AppState, 'todayStore'>): StoreList | null {
  const lists = selectTodaysLists(state)
  return lists.find(({ store }) => store === state.todayStore) ?? lists.find(({ items }) => items.length > 0) ?? lists[0] ?? null
}

const overviewOf = lastOf(overview)

/** Sums over all alerts of the latest day, whatever the filter of the table; null until it is scored. */
export function selectOverview(state: WithScores): Overview | null {
  const today = selectToday(state)
  return today ? overviewOf(today.facts, today.scores, selectThreshold(state, today.model)) : null
}

/** Items that sell with nothing on record, of all stores. */
export function selectGhosts(state: Pick<AppState, 'today' | 'opened' | 'view'>): readonly GhostFact[] {
  return selectToday(state)?.facts.ghosts ?? noGhosts
}

const countsOf = lastOf(countByDay)

/** Alerts of every day; null until they were asked for and are here. */
export function selectDayCounts(state: Pick<AppState, 'alertDays' | 'opened' | 'model' | 'loadedModels' | 'thresholds'>): readonly DayCount[] | null {
  const { alertDays, opened, model } = state
  if (!alertDays || alertDays.opened !== opened || alertDays.model !== model) return null
  return countsOf(alertDays.days, selectThreshold(state, model))
}
