/** How today's work is planned: whose list, how many shelves, in which order, with control rows or without. */
import { useId } from 'react'
import { controlPlaces } from '../../../domain/alerts/today/control-draw'
import { mostPerStore, type TodayOrder } from '../../../store/today-state'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { DraftInput } from '../../widgets/draft-input'
import { Segmented } from '../../widgets/segmented'
import { Fold } from './fold'
import { orderByPlaceInWords } from './order-words'
import { useListLayout } from './use-list-layout'
import styles from './today-plan.module.css'

const noStores: readonly string[] = []

const byStake = 'Most at stake first'

export function TodayPlan() {
  const stores = useAppStore((state) => state.today?.facts.stores ?? noStores)
  const store = useAppStore((state) => state.todayStore ?? '')
  const plan = useAppStore((state) => state.todayPlan)
  const setTodayPlan = useAppStore((state) => state.setTodayPlan)
  const chooseTodayStore = useAppStore((state) => state.chooseTodayStore)
  const explanation = useId()
  const places = controlPlaces(plan.perStore)
  const byPlace = useAppStore((state) => (state.today ? orderByPlaceInWords(state.today.facts.placed) : null))
  const orders: readonly { readonly value: TodayOrder; readonly label: string }[] = byPlace === null ? [] : [{ value: 'walking', label: byPlace }, { value: 'stake', label: byStake }]
  const narrow = useListLayout() === 'cards'
  const form = (
    <div className={styles['plan']}>
      {stores.length > 1 && (
        <label className={styles['field']}>
          <span className={styles['label']}>List of store</span>
          <select className={styles['control']} value={stores.includes(store) ? store : ''} onChange={(event) => chooseTodayStore(event.target.value === '' ? null : event.target.value)}>
            <option value="">All {stores.length} stores</option>
            {stores.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      )}
      <label className={styles['field']}>
        <span className={styles['label']}>Checks we can do today{stores.length > 1 && ', a store'}</span>
        <DraftInput
          type="number"
          inputMode="numeric"
          className={`${styles['control'] ?? ''} ${styles['number'] ?? ''}`}
          min={1}
          max={mostPerStore}
          value={String(plan.perStore)}
          onText={(text) => {
            const wanted = Number(text)
            if (Number.isInteger(wanted) && wanted >= 1) setTodayPlan({ perStore: wanted })
          }}
        />
      </label>
      {orders.length > 0 && (
        <div className={styles['field']}>
          <span className={styles['label']} aria-hidden="true">
            Order
          </span>
          <Segmented label="Order of the list" options={orders} value={plan.order} onChange={(order) => setTodayPlan({ order })} />
        </div>
      )}
      <div className={styles['controls']}>
        <label className={styles['check']}>
          <input type="checkbox" checked={plan.controls} disabled={places === 0} aria-describedby={explanation} onChange={(event) => setTodayPlan({ controls: event.target.checked })} />
          Add control rows
        </label>
        <p id={explanation} className={styles['explanation']}>
          {plan.controls && places > 0
            ? `${countOf(places, 'item')} of each list ${places === 1 ? 'is' : 'are'} drawn at random from those that are no alert: what they turn out to be tells how much the alerts miss. Only files say which, so nobody looks at them differently.`
            : 'A tenth of the list drawn at random: tells how much the alerts miss.'}
        </p>
      </div>
    </div>
  )
  // On a phone the list comes first; how it is planned can be unfolded.
  if (!narrow) return form
  const whose = stores.length <= 1 ? '' : stores.includes(store) ? `store ${store}, ` : 'all stores, '
  const order = (orders.find(({ value }) => value === plan.order)?.label ?? byStake).toLowerCase()
  return (
    <Fold title="Plan" note={`${whose}${plan.perStore} checks, ${order}`}>
      {form}
    </Fold>
  )
}
