import type { AlertRow, SeriesHistory } from '../../../domain/alerts/alert-row'
import { formatDay, formatDayLong } from '../../format/format-day'
import { formatUnits } from '../../format/format-number'
import styles from './history-facts.module.css'

/** The last row up to and including `day` in which the column is above 0; null if there is none. */
export function lastDayAbove(history: Pick<SeriesHistory, 'day'>, column: Float64Array, day: number): { readonly day: number; readonly value: number } | null {
  for (let i = history.day.length - 1; i >= 0; i--) {
    if (history.day[i]! <= day && column[i]! > 0) return { day: history.day[i]!, value: column[i]! }
  }
  return null
}

/** When it was judged, last sold and last received. */
export function HistoryFacts({ alert, history }: { readonly alert: AlertRow; readonly history: SeriesHistory }) {
  const sale = lastDayAbove(history, history.unitsSold, alert.day)
  const receipt = lastDayAbove(history, history.unitsReceived, alert.day)
  return (
    <dl className={styles['facts']}>
      <div>
        <dt>Judged on</dt>
        <dd>
          {formatDayLong(alert.day)}
          {alert.filled && ' (day not in the file, filled in)'}
        </dd>
      </div>
      <div>
        <dt>Last sale</dt>
        <dd>{sale ? `${formatDay(sale.day)}, ${formatUnits(sale.value)} sold` : 'none in this extract'}</dd>
      </div>
      <div>
        <dt>Last delivery</dt>
        <dd>
          {receipt
            ? `${formatDay(receipt.day)}, ${formatUnits(receipt.value)} received`
            : history.unitsReceived.every(Number.isNaN)
              ? 'not known: the extract does not say'
              : 'none in this extract'}
        </dd>
      </div>
      {alert.phantom !== null && (
        <div>
          <dt>Label in the file</dt>
          <dd>{alert.phantom ? 'phantom' : 'not phantom'}</dd>
        </div>
      )}
    </dl>
  )
}
