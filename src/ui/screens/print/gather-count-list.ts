/** The alerts of the view, store by store, as many as a store can count. */
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { positionOf } from '../../../store/alert-selection'
import type { AppStoreState } from '../../../store/app-state'
import { selectAlertSelection } from '../../../store/selectors'

export interface StoreCounts {
  readonly store: string
  readonly alerts: readonly AlertRow[]
}

/** Rows asked for at a time. */
const batch = 500
/** Alerts looked through at most: paper for more than this is not a list any more. */
const mostAlerts = 20_000

/**
 * The first `perStore` alerts of each store in the view's order. Stores stand in their own
 * order, the alerts of one store by place in the store (category) and then as in the view.
 */
export async function gatherCountList(
  state: Pick<AppStoreState, 'view' | 'loadedModels' | 'thresholds' | 'opened' | 'rows'>,
  perStore: number,
): Promise<readonly StoreCounts[]> {
  const { view, opened } = state
  if (!view || !opened) return []
  const selection = selectAlertSelection(state)
  const stores = view.query.store === null ? opened.stores : [view.query.store]
  const byStore = new Map<string, AlertRow[]>(stores.map((store) => [store, []]))
  const count = Math.min(selection.count, mostAlerts)
  let open = byStore.size
  for (let from = 0; from < count && open > 0; from += batch) {
    const numbers = Uint32Array.from({ length: Math.min(batch, count - from) }, (_, i) => view.view.rows[positionOf(selection, from + i)]!)
    for (const row of await state.rows(numbers)) {
      const alerts = byStore.get(row.store)
      if (!alerts || alerts.length >= perStore) continue
      alerts.push(row)
      if (alerts.length === perStore) open--
    }
  }
  return [...byStore]
    .filter(([, alerts]) => alerts.length > 0)
    .map(([store, alerts]) => ({
      store,
      // Sorting is stable: within a category the view's order stays.
      alerts: alerts.sort((a, b) => (a.category ?? '').localeCompare(b.category ?? '')),
    }))
}
