import { useMemo } from 'react'
import type { StoreList } from '../../../domain/alerts/today/todays-list'
import { selectTodaysLists } from '../../../store/today-selectors'
import { selectAlertCount } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import type { AlertsLoad } from './load-in-words'

/** The work that the setting makes: the alerts of the list on the Alerts screen. Null before the latest day is scored, when there is no load to speak of, which is not a load of 0. */
export function useAlertsLoad(): AlertsLoad | null {
  const alerts = useAppStore(selectAlertCount)
  const filter = useAppStore((state) => state.filter)
  const opened = useAppStore((state) => state.opened)
  const shown = useAppStore((state) => state.view !== null)
  const isWholeDay = filter.scope.kind === 'latest' && filter.store === null && filter.category === null && filter.search === ''
  const held = useAppStore((state) => (isWholeDay ? heldBack(selectTodaysLists(state)) : 0))
  return useMemo(() => {
    if (opened === null || !shown) return null
    return {
      alerts,
      stores: filter.store === null ? opened.stores.length : 1,
      days: filter.scope.kind === 'all' ? opened.days.length : 1,
      scope: filter.scope.kind,
      narrowed: filter.category !== null || filter.search !== '',
      held,
    }
  }, [alerts, filter, opened, shown, held])
}

function heldBack(lists: readonly StoreList[]): number {
  return lists.reduce((sum, list) => sum + list.held.reduce((of, { rows }) => of + rows.length, 0), 0)
}
