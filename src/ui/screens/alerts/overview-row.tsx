/** All alerts of the latest day in one calm row of figures, whatever the table below shows. */
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
        <Figure label="Real so far" value={rightSoFar(rate)} note={rate.checked === 0 ? 'after the first checks' : ''} />
        <Figure label="Sell with no stock" value={formatCount(ghosts)} />
      </dl>
    </section>
  )
}

/** The same by store, by department and day by day. */
export function OverviewInParts() {
  const overview = useAppStore(selectOverview)
  if (!overview) return null
  return (
    <Fold title="The figures by store, by department and day by day">
      <OverviewTables overview={overview} />
      <OverviewDays />
    </Fold>
  )
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
