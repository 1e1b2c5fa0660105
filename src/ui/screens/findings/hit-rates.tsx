/** How many of the checked alerts were real, beside how many were promised: in words, and by store. */
import { selectFindings, selectHitRate } from '../../../store/findings-selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatShare, noValue } from '../../format/format-number'
import { hitRateInWords, hitRateRemarks } from './hit-rate-words'
import styles from './findings-panel.module.css'

export function HitRates() {
  const all = useAppStore((state) => selectHitRate(state, null))
  const findings = useAppStore(selectFindings)
  const stores = [...new Set(findings.map(({ store }) => store))].sort()
  const words = hitRateInWords(all)
  return (
    <div>
      <p className={styles['lead']}>{words ?? 'No alert was checked yet whose finding says yes or no.'}</p>
      {hitRateRemarks(all).map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p className={styles['quiet']}>Real: not found, misplaced or damaged. Promised: what the model’s probabilities at the time of each check add up to.</p>
      {stores.length > 1 && (
        <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Hits by store, scrollable">
          <table className={styles['table']}>
            <caption className="visually-hidden">Hits by store</caption>
            <thead>
              <tr>
                <th scope="col">Store</th>
                <th scope="col" className={styles['number']}>
                  Alerts checked
                </th>
                <th scope="col" className={styles['number']}>
                  Real
                </th>
                <th scope="col" className={styles['number']}>
                  Promised
                </th>
                <th scope="col">Share that is real (95 % interval)</th>
              </tr>
            </thead>
            <tbody>
              {stores.map((store) => (
                <StoreRow key={store} store={store} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  )
}

function StoreRow({ store }: { readonly store: string }) {
  const { checked, real, promised, interval } = useAppStore((state) => selectHitRate(state, store))
  return (
    <tr>
      <th scope="row">{store}</th>
      <td className={styles['number']}>{formatCount(checked)}</td>
      <td className={styles['number']}>{checked === 0 ? noValue : formatCount(real)}</td>
      <td className={styles['number']}>{checked === 0 ? noValue : promised.toFixed(1)}</td>
      <td>{checked === 0 ? noValue : `${formatShare(real / checked)} (${formatShare(interval.low)} to ${formatShare(interval.high)})`}</td>
    </tr>
  )
}
