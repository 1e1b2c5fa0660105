import { selectAlertCount } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { countOf, formatCount, formatUnits } from '../../format/format-number'
import styles from './alert-load.module.css'

/** How much work the setting makes: the alerts of the list on the Alerts screen, a store and a day. */
export function AlertLoad() {
  const count = useAppStore(selectAlertCount)
  const filter = useAppStore((state) => state.filter)
  const opened = useAppStore((state) => state.opened)
  const shown = useAppStore((state) => state.view !== null)
  // Before the latest day is scored there is no load to speak of, which is not a load of 0.
  if (opened === null || !shown) return null
  const days = filter.scope.kind === 'all' ? opened.days.length : 1
  const stores = filter.store === null ? opened.stores.length : 1
  const where = [
    filter.scope.kind === 'all' ? `over ${countOf(days, 'day')}` : filter.scope.kind === 'latest' ? 'on the latest day' : 'on the chosen day',
    filter.store === null ? `in ${countOf(stores, 'store')}` : 'in the chosen store',
    ...(filter.category !== null || filter.search !== '' ? ['within the filters of the Alerts screen'] : []),
  ].join(' ')
  return (
    <p className={styles['load']}>
      <strong>{formatCount(count)}</strong> {count === 1 ? 'shelf' : 'shelves'} to check in this extract {where}
      {stores * days > 1 && (
        <>
          {': '}
          <strong>{formatUnits(count / (stores * days))}</strong> {days === 1 ? 'per store' : stores === 1 ? 'per day' : 'per store and day'}
        </>
      )}
      .
    </p>
  )
}
