import { useMemo } from 'react'
import { selectAlertCount } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import type { AlertsLoad } from './load-in-words'

/** The work that the setting makes: the alerts of the list on the Alerts screen. Null before the latest day is scored, when there is no load to speak of, which is not a load of 0. */
export function useAlertsLoad(): AlertsLoad | null {
  const alerts = useAppStore(selectAlertCount)
  const filter = useAppStore((state) => state.filter)
  const opened = useAppStore((state) => state.opened)
  const shown = useAppStore((state) => state.view !== null)
  return useMemo(() => {
    if (opened === null || !shown) return null
    return {
      alerts,
      stores: filter.store === null ? opened.stores.length : 1,
      days: filter.scope.kind === 'all' ? opened.days.length : 1,
      scope: filter.scope.kind,
      narrowed: filter.category !== null || filter.search !== '',
    }
  }, [alerts, filter, opened, shown])
}
