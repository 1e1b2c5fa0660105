/** All alerts of the latest day in one calm row of figures, whatever the table below shows. */
import type { Overview } from '../../../domain/alerts/today/overview'
import { selectHitRate } from '../../../store/findings-selectors'
import { selectGhosts, selectOverview } from '../../../store/today-selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatShare, noValue } from '../../format/format-number'
import { Fold } from './fold'
import { OverviewDays } from './overview-days'
import { OverviewTables } from './overview-tables'
import { riskText, rightSoFar } from './overview-words'
import styles from './overview-row.module.css'

export function OverviewRow() {
  const overview = useAppStore(selectOverview)
  const rate = useAppStore((state) => selectHitRate(state, null))
  const ghosts = useAppStore((state) => selectGhosts(state).length)
  if (!overview) return null
  const { all } = overview
  return (
    <section aria-label="Overview" className={styles['overview']}>
      <dl className={styles['strip']}>
        <Figure label="Alerts" value={formatCount(all.alerts)} />
        <Figure label="Share of items in stock" value={all.judged === 0 ? noValue : formatShare(all.alerts / all.judged)} />
        <Figure label={all.moneyAtRisk === null ? 'Units at risk a week' : 'Sales at risk a week'} value={riskText(all)} />
        <Figure label="Real so far" value={rightSoFar(rate)} note={rate.checked === 0 ? 'known after the first checks' : 'checked alerts'} />
        <Figure label="Sell with no stock" value={formatCount(ghosts)} note={ghosts === 0 ? '' : ghosts === 1 ? 'item: the record says 0 or less' : 'items: the record says 0 or less'} />
      </dl>
    </section>
  )
}

/** The same by store, by department and day by day. */
export function OverviewInParts() {
  const overview = useAppStore(selectOverview)
  if (!overview) return null
  return (
    <Fold title={titleOfParts(overview)}>
      <OverviewTables overview={overview} />
      <OverviewDays />
    </Fold>
  )
}

/** Names what the extract has to part the figures by. */
function titleOfParts({ byStore, byDepartment }: Overview): string {
  const parts = [...(byStore.length > 1 ? ['by store'] : []), ...(byDepartment.length > 0 ? ['by department'] : [])]
  return parts.length === 0 ? 'The figures day by day' : `The figures ${parts.join(', ')} and day by day`
}

function Figure({ label, value, note = '' }: { readonly label: string; readonly value: string; readonly note?: string }) {
  return (
    <div className={styles['figure']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={`${styles['value'] ?? ''} tabular`}>
        {value} {note !== '' && <span className={styles['note']}>{note}</span>}
      </dd>
    </div>
  )
}
