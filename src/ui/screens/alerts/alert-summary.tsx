import { selectAlertSelection, selectAlertTotals, selectJudgedCount, selectSegments, selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatMoney, formatProbability, formatShare, noValue } from '../../format/format-number'
import { useModelName } from '../../use-model-name'
import { inUseSentence } from '../segments-in-use/in-use-words'
import { LinkButton } from '../../widgets/link-button'
import styles from './alert-summary.module.css'

/** What the alerts of the view add up to, and the threshold that made them. */
export function AlertSummary() {
  const modelName = useModelName()
  const count = useAppStore((state) => selectAlertSelection(state).count)
  const judged = useAppStore(selectJudgedCount)
  const shown = useAppStore((state) => state.view !== null)
  const totals = useAppStore(selectAlertTotals)
  const model = useAppStore((state) => state.model)
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const openTab = useAppStore((state) => state.openTab)
  const allDays = totals === null
  return (
    <div>
      <dl className={styles['strip']}>
        <Figure label={allDays ? 'Listed, all days' : 'Listed'} value={shown ? formatCount(count) : noValue} />
        <Figure label={allDays ? 'Share of item-days' : 'Share of items in stock'} value={judged === 0 ? noValue : formatShare(count / judged)} />
        {totals && <Figure label="Units missed so far" value={shown ? formatCount(Math.round(totals.missedUnits)) : noValue} />}
        {totals?.lostSales != null && <Figure label="Sales lost so far" value={formatMoney(totals.lostSales)} />}
      </dl>
      <p className={styles['threshold']}>
        {segments ? `Listed by ${modelName(model)}: ${inUseSentence(segments, threshold)}` : `Listed from a probability of ${formatProbability(threshold)} by ${modelName(model)}.`}{' '}
        <LinkButton onClick={() => openTab('Thresholds')}>Change the threshold{segments && 's'}</LinkButton>
      </p>
    </div>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className={styles['figure']}>
      <dt className={styles['label']}>{label}</dt>
      <dd className={`${styles['value'] ?? ''} tabular`}>{value}</dd>
    </div>
  )
}
