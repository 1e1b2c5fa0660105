import { selectAlertSelection, selectAlertTotals, selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatMoney, formatProbability, formatShare } from '../../format/format-number'
import { modelName } from '../../format/model-name'
import styles from './alert-summary.module.css'

/** What the alerts of the view add up to, and the threshold that made them. */
export function AlertSummary() {
  const count = useAppStore((state) => selectAlertSelection(state).count)
  const candidates = useAppStore((state) => state.view?.view.rows.length ?? 0)
  const totals = useAppStore(selectAlertTotals)
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const openTab = useAppStore((state) => state.openTab)
  const allDays = totals === null
  return (
    <div>
      <dl className={styles['strip']}>
        <Figure label={allDays ? 'Alerts, all days' : 'Shelves to check'} value={formatCount(count)} main />
        <Figure label={allDays ? 'Share of item-days' : 'Share of items in stock'} value={candidates === 0 ? '–' : formatShare(count / candidates)} />
        {totals && <Figure label="Units missed so far" value={formatCount(Math.round(totals.missedUnits))} />}
        {totals?.lostSales != null && <Figure label="Sales lost so far" value={formatMoney(totals.lostSales)} />}
      </dl>
      <p className={styles['threshold']}>
        Listed from a probability of {formatProbability(threshold)} by {modelName(model)}.{' '}
        <button type="button" className={styles['link']} onClick={() => openTab('Thresholds')}>
          Change the threshold
        </button>
      </p>
    </div>
  )
}

function Figure({ label, value, main = false }: { readonly label: string; readonly value: string; readonly main?: boolean }) {
  return (
    <div className={styles['figure']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={`${styles['value'] ?? ''} ${main ? (styles['mainValue'] ?? '') : ''} tabular`}>{value}</dd>
    </div>
  )
}
