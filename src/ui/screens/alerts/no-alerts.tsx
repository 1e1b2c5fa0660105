import { useAppStore } from '../../app-store-context'
import { allRowsFilter } from '../../../store/app-state'
import { selectJudgedCount, selectSegments, selectThreshold } from '../../../store/selectors'
import { formatCount, formatProbability } from '../../format/format-number'
import { Button } from '../../widgets/button'
import styles from './alerts-table.module.css'

/** An empty list says why it is empty, and what would fill it. */
export function NoAlerts() {
  const filter = useAppStore((state) => state.filter)
  const candidates = useAppStore((state) => state.view?.view.rows.length ?? 0)
  const judged = useAppStore(selectJudgedCount)
  const inExtract = useAppStore((state) => state.opened?.candidateRows ?? 0)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const setFilter = useAppStore((state) => state.setFilter)
  const openTab = useAppStore((state) => state.openTab)
  const filtered = filter.store !== null || filter.category !== null || filter.search !== ''
  return (
    <div className={styles['empty']}>
      <h2 className={styles['emptyTitle']}>Nothing to check here</h2>
      {inExtract === 0 ? (
        <p>No item has both stock on record and 28 days of history, so none can be judged. An extract with a longer history can.</p>
      ) : candidates === 0 ? (
        <p>No item with stock and enough history matches what the list shows.</p>
      ) : (
        <p>
          {formatCount(judged)} items were judged, and none reaches {segments ? `its threshold: that of its segment, or the common one of ${formatProbability(threshold)}` : `a probability of ${formatProbability(threshold)}`}.
        </p>
      )}
      <div className={styles['emptyActions']}>
        {filtered && <Button onClick={() => setFilter({ ...allRowsFilter, scope: filter.scope, order: filter.order })}>Show all stores and categories</Button>}
        {candidates > 0 && <Button onClick={() => openTab('Thresholds')}>Change the threshold</Button>}
      </div>
    </div>
  )
}
