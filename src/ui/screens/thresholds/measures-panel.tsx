import { alertRate, f1, lift, precision, recall, specificity } from '../../../domain/metrics/confusion-measures'
import { countsAt, type ConfusionCounts } from '../../../domain/metrics/counts-at'
import { selectCurve } from '../../../store/bench-selectors'
import { selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatShare, noValue } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import styles from './measures-panel.module.css'

/** Everything that follows from the four counts at the threshold in use. */
export function MeasuresPanel() {
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const measured = useAppStore((state) => selectCurve(state, state.model))
  if (measured === null) return null
  const counts = countsAt(measured.curve, threshold)
  const times = lift(counts)
  return (
    <section className={styles['panel']} aria-label="Measures at this threshold">
      <dl className={styles['tiles']}>
        <Tile name="Precision" value={formatShare(precision(counts))} means="of the alerts are real" />
        <Tile name="Recall" value={formatShare(recall(counts))} means="of the phantom rows are found" />
        <Tile name="F1" value={formatScore(f1(counts))} means="precision and recall in one, 1 is best" />
        <Tile name="Alert rate" value={formatShare(alertRate(counts))} means="of all rows are flagged" />
        <Tile name="Lift" value={Number.isNaN(times) ? noValue : `${times.toFixed(1)}×`} means="as many hits as random checks" />
        <Tile name="Specificity" value={formatShare(specificity(counts))} means="of sound rows are left in peace" />
      </dl>
      <ConfusionTable counts={counts} />
    </section>
  )
}

function Tile({ name, value, means }: { readonly name: string; readonly value: string; readonly means: string }) {
  return (
    <div className={styles['tile']}>
      <dt>{name}</dt>
      <dd>
        <span className={styles['value']}>{value}</span>
        <span className={styles['means']}>{means}</span>
      </dd>
    </div>
  )
}

function ConfusionTable({ counts }: { readonly counts: ConfusionCounts }) {
  return (
    <table className={styles['confusion']}>
      <caption>Rows by what was flagged and what was true</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">Alert</th>
          <th scope="col">No alert</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Phantom</th>
          <td className={styles['right']}>
            {formatCount(counts.tp)} <small>found</small>
          </td>
          <td className={styles['wrong']}>
            {formatCount(counts.fn)} <small>missed</small>
          </td>
        </tr>
        <tr>
          <th scope="row">Not phantom</th>
          <td className={styles['wrong']}>
            {formatCount(counts.fp)} <small>false alarms</small>
          </td>
          <td className={styles['right']}>
            {formatCount(counts.tn)} <small>left in peace</small>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
