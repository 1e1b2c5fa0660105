/**
 * What follows for today: the facts in use -> the list of each store -> those on screen; and what
 * all alerts of the latest day add up to. Memoised by the identity of what they read.
 */
import { countByDay } from '../domain/alerts/today/alert-days'
import type { DayCount } from '../domain/alerts/today/alert-days'
import type { HoldReason } from '../domain/alerts/today/hold-reason'
import { overview, type Overview } from '../domain/alerts/today/overview'
import type { GhostFact, TodayFacts } from '../domain/alerts/today/today-facts'
import { todaysLists, type StoreList } from '../domain/alerts/today/todays-list'
import { factCuts } from '../domain/alerts/today/fact-cuts'
import type { Finding } from '../domain/findings/finding'
import { hitRate, type HitRate } from '../domain/findings/hit-rate'
import { judgedScores } from '../domain/segments/judged-scores'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import { storeItemKey } from '../domain/table/store-item-key'
import type { AppState } from './app-state'
import { selectCheckedLately, selectFindings } from './findings-selectors'
import { lastOf } from './last-of'
import { selectSegments, selectThreshold } from './selectors'
import type { TodayPlan } from './today-state'

/** Days for which a check settles what is on the shelf, the day of the record that was checked included. */
export const checkHolds = 7

type WithScores = Pick<AppState, 'today' | 'opened' | 'view' | 'loadedModels' | 'thresholds' | 'segmentThresholds'>
type WithLists = WithScores & Pick<AppState, 'todayPlan' | 'putBack' | 'findings' | 'file'>

const noLists: readonly StoreList[] = []
const noRates: ReadonlyMap<string | null, HitRate> = new Map()
const noGhosts: readonly GhostFact[] = []

/** The facts and scores that stand on screen; null until the latest day is scored, and while it is scored again. */
export function selectToday({ today, opened, view }: Pick<AppState, 'today' | 'opened' | 'view'>): AppState['today'] {
  return today && view && today.opened === opened ? today : null
}

const judgedOf = lastOf((facts: TodayFacts, scores: Float32Array, segments: SegmentThresholds | null) => (segments ? judgedScores(scores, factCuts(facts, segments)) : scores))

/** The scores of today as the common threshold judges them; the scores as they are with one threshold for all. */
export function judgedToday(today: NonNullable<AppState['today']>, state: Pick<AppState, 'segmentThresholds'>): Float32Array {
  return judgedOf(today.facts, today.scores, selectSegments(state, today.model))
}

const listsOf = lastOf(
  (facts: TodayFacts, scores: Float32Array, judged: Float32Array, threshold: number, plan: TodayPlan, putBack: readonly HoldReason[], findings: AppState['findings'], file: AppState['file']) =>
    todaysLists(facts, scores, {
      threshold,
      judged,
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
  return listsOf(today.facts, today.scores, judgedToday(today, state), selectThreshold(state, today.model), state.todayPlan, state.putBack, state.findings, state.file)
}

const shownOf = lastOf((lists: readonly StoreList[], store: string | null) => {
  const chosen = lists.filter((list) => list.store === store)
  return chosen.length > 0 ? chosen : lists
})

/** The lists on screen: the chosen store's where the extract has that store, else every store's. */
export function selectShownLists(state: WithLists & Pick<AppState, 'todayStore'>): readonly StoreList[] {
  return shownOf(selectTodaysLists(state), state.todayStore)
}

const overviewOf = lastOf(overview)

/** Sums over all alerts of the latest day, whatever the filter of the table; null until it is scored. */
export function selectOverview(state: WithScores): Overview | null {
  const today = selectToday(state)
  return today ? overviewOf(today.facts, today.scores, selectThreshold(state, today.model), judgedToday(today, state)) : null
}

const hitRatesOf = lastOf((facts: TodayFacts, findings: readonly Finding[]): ReadonlyMap<string | null, HitRate> => {
  const departments = new Map<string, string | null>()
  for (let i = 0; i < facts.rows.length; i++) departments.set(storeItemKey(facts.stores[facts.store[i]!]!, facts.skus[facts.sku[i]!]!), facts.places[facts.place[i]!]!.department)
  const grouped = new Map<string | null, Finding[]>()
  for (const finding of findings) {
    const department = departments.get(storeItemKey(finding.store, finding.sku)) ?? null
    grouped.set(department, [...(grouped.get(department) ?? []), finding])
  }
  return new Map([...grouped].map(([department, found]) => [department, hitRate(found)]))
})

/** Hits against the promise by department of the open extract; an item that it does not name any more counts under null. */
export function selectHitRatesByDepartment(state: Pick<AppState, 'today' | 'opened' | 'view' | 'findings' | 'file'>): ReadonlyMap<string | null, HitRate> {
  const today = selectToday(state)
  return today ? hitRatesOf(today.facts, selectFindings(state)) : noRates
}

/** Items that sell with nothing on record, of all stores. */
export function selectGhosts(state: Pick<AppState, 'today' | 'opened' | 'view'>): readonly GhostFact[] {
  return selectToday(state)?.facts.ghosts ?? noGhosts
}

const countsOf = lastOf(countByDay)

/** Alerts of every day; null until they were asked for and are here. */
export function selectDayCounts(state: Pick<AppState, 'alertDays' | 'opened' | 'model' | 'loadedModels' | 'thresholds' | 'segmentThresholds'>): readonly DayCount[] | null {
  const { alertDays, opened, model } = state
  if (!alertDays || alertDays.opened !== opened || alertDays.model !== model || alertDays.segments !== selectSegments(state, model)) return null
  return countsOf(alertDays.days, selectThreshold(state, model))
}
