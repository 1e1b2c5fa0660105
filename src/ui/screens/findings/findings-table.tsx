/** The findings, last entered first. */
import { useState } from 'react'
import { selectFindings } from '../../../store/findings-selectors'
import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { formatCount, formatProbability, formatUnits, noValue } from '../../format/format-number'
import { formatTime } from '../../format/format-time'
import { Button } from '../../widgets/button'
import { outcomeLabel } from './outcome-words'
import styles from './findings-panel.module.css'

/** Rows drawn at first, and more at each wish. */
const rowsAtOnce = 50

export function FindingsTable() {
  const findings = useAppStore(selectFindings)
  const unkept = useAppStore((state) => state.findings.unkept.size)
  const withdraw = useAppStore((state) => state.withdrawFinding)
  const [shown, setShown] = useState(rowsAtOnce)
  return (
    <div>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Findings, scrollable">
        <table className={styles['table']}>
          <caption className="visually-hidden">Findings</caption>
          <thead>
            <tr>
              <th scope="col">Entered</th>
              <th scope="col">Store</th>
              <th scope="col">SKU</th>
              <th scope="col">Item</th>
              <th scope="col">Record of</th>
              <th scope="col">Found</th>
              <th scope="col" className={styles['number']}>
                On record
              </th>
              <th scope="col" className={styles['number']}>
                Counted
              </th>
              <th scope="col" className={styles['number']}>
                Promised
              </th>
              <th scope="col">Note</th>
              <th scope="col">
                <span className="visually-hidden">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {findings.slice(0, shown).map((finding) => (
              <tr key={`${finding.store} ${finding.sku} ${finding.day}`}>
                <td className={styles['short']}>{formatTime(finding.enteredAt)}</td>
                <td>{finding.store}</td>
                <td>{finding.sku}</td>
                <td>{finding.itemName ?? noValue}</td>
                <td className={styles['short']}>{formatDay(finding.day)}</td>
                <td className={styles['short']}>{outcomeLabel(finding.outcome)}</td>
                <td className={styles['number']}>{finding.onHand === null ? noValue : formatUnits(finding.onHand)}</td>
                <td className={styles['number']}>{finding.counted === null ? noValue : formatUnits(finding.counted)}</td>
                <td className={styles['number']}>{finding.promise ? formatProbability(finding.promise.probability) : noValue}</td>
                <td>{finding.note}</td>
                <td>
                  <Button look="quiet" aria-label={`Take back the finding of SKU ${finding.sku} in store ${finding.store}`} onClick={() => withdraw(finding)}>
                    Take back
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {findings.length > shown && (
        <p className={styles['more']}>
          {formatCount(shown)} of {formatCount(findings.length)} are shown; the download holds all.{' '}
          <Button look="quiet" onClick={() => setShown(shown + rowsAtOnce)}>
            Show more
          </Button>
        </p>
      )}
      {unkept > 0 && <p className={styles['quiet']}>{formatCount(unkept)} of them are not kept in the browser yet.</p>}
    </div>
  )
}
