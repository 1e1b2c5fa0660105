/** What of the extract the list shows. */
import type { AlertColumn, AlertScope } from '../../../domain/alerts/alert-row'
import { useAppStore } from '../../app-store-context'
import { DraftInput } from '../../widgets/draft-input'
import { formatDay, fromDateInput, toDateInput } from '../../format/format-day'
import { alertColumns } from './alert-columns'
import { useListLayout } from './use-list-layout'
import styles from './alert-filters.module.css'

export function AlertFilters() {
  const opened = useAppStore((state) => state.opened)
  const filter = useAppStore((state) => state.filter)
  const setFilter = useAppStore((state) => state.setFilter)
  const narrow = useListLayout() === 'cards'
  if (!opened) return null
  const { scope } = filter
  const firstDay = opened.days[0] ?? opened.latestDay
  const withDay = (day: number): AlertScope => ({ kind: 'day', day })
  const changed = [scope.kind !== 'latest', filter.store !== null, filter.category !== null, filter.search !== ''].filter(Boolean).length
  const form = (
    <form role="search" aria-label="What the list shows" className={styles['filters']} onSubmit={(event) => event.preventDefault()}>
      <label className={styles['field']}>
        <span className={styles['label']}>Days</span>
        <select
          className={styles['control']}
          value={scope.kind}
          onChange={(event) => {
            const kind = event.target.value
            if (kind === 'latest' || kind === 'all') setFilter({ scope: { kind } })
            else setFilter({ scope: withDay(opened.latestDay) })
          }}
        >
          <option value="latest">Latest day ({formatDay(opened.latestDay)})</option>
          <option value="day">A day …</option>
          <option value="all">All days</option>
        </select>
      </label>
      {scope.kind === 'day' && (
        <label className={styles['field']}>
          <span className={styles['label']}>Day</span>
          <DraftInput
            type="date"
            className={styles['control']}
            value={toDateInput(scope.day)}
            min={toDateInput(firstDay)}
            max={toDateInput(opened.latestDay)}
            onText={(text) => {
              const day = fromDateInput(text)
              if (day !== null && day >= firstDay && day <= opened.latestDay) setFilter({ scope: withDay(day) })
            }}
          />
        </label>
      )}
      {opened.stores.length > 1 && (
        <label className={styles['field']}>
          <span className={styles['label']}>Store</span>
          <select className={styles['control']} value={filter.store ?? ''} onChange={(event) => setFilter({ store: event.target.value === '' ? null : event.target.value })}>
            <option value="">All {opened.stores.length} stores</option>
            {opened.stores.map((store) => (
              <option key={store}>{store}</option>
            ))}
          </select>
        </label>
      )}
      {opened.categories.length > 0 && (
        <label className={styles['field']}>
          <span className={styles['label']}>Category</span>
          <select
            className={styles['control']}
            value={filter.category ?? ''}
            onChange={(event) => setFilter({ category: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">All categories</option>
            {opened.categories.map((category) => (
              <option key={category}>{category}</option>
            ))}
          </select>
        </label>
      )}
      <label className={`${styles['field'] ?? ''} ${styles['search'] ?? ''}`}>
        <span className={styles['label']}>Search</span>
        <input
          type="search"
          className={styles['control']}
          placeholder="Store, SKU, name or category"
          value={filter.search}
          onChange={(event) => setFilter({ search: event.target.value })}
        />
      </label>
      {narrow && (
        <label className={styles['field']}>
          <span className={styles['label']}>Order</span>
          <select
            className={styles['control']}
            value={filter.order.column}
            onChange={(event) => {
              const column = alertColumns.find(({ id }) => id === event.target.value)
              if (column?.orderable) setFilter({ order: { column: column.id as AlertColumn, descending: column.numeric } })
            }}
          >
            {alertColumns
              .filter(({ orderable, shown }) => orderable && shown(opened, scope))
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </select>
        </label>
      )}
    </form>
  )
  // On a phone the list comes first; what it shows can be unfolded.
  if (!narrow) return form
  return (
    <details className={styles['fold']}>
      <summary className={styles['summary']}>Search, filter and order{changed > 0 && ` (${changed} in use)`}</summary>
      {form}
    </details>
  )
}
