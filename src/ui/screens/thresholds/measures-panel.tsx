import type { SureShare } from '../../../domain/bench/clustered-share'
import { alertRate, f1, lift, precision, recall, specificity } from '../../../domain/metrics/confusion-measures'
import { countsAt, type ConfusionCounts } from '../../../domain/metrics/counts-at'
import { selectJudgedCurve } from '../../../store/segments-selectors'
import { selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatShare, noValue } from '../../format/format-number'
import { formatScore } from '../../format/format-score'
import { intervalInWords } from './interval-words'
import { sourceName } from './source-name'
import { useIntervals } from './use-intervals'
import panel from '../../widgets/panel.module.css'
import styles from './measures-panel.module.css'

/** Everything that follows from the four counts at the threshold in use. */
export function MeasuresPanel() {
  const threshold = useAppStore((state) => selectThreshold(state, state.model))
  const measured = useAppStore((state) => selectJudgedCurve(state, state.model))
  const file = useAppStore((state) => state.file?.name ?? null)
  const sure = useIntervals()
  if (measured === null) return null
  const counts = countsAt(measured.curve, threshold)
  const times = lift(counts)
  return (
    <section className={panel['panel']} aria-label="Measures at this threshold">
      <dl className={styles['tiles']}>
        <Tile name="Precision" sure={sure?.precision} value={formatShare(precision(counts))} means="of the alerts are real" />
        <Tile name="Recall" sure={sure?.recall} value={formatShare(recall(counts))} means="of the phantom rows are found" />
        <Tile name="F1" sure={sure?.f1} format={formatScore} value={formatScore(f1(counts))} means="precision and recall in one, 1 is best" />
        <Tile name="Alert rate" sure={sure?.alertRate} value={formatShare(alertRate(counts))} means="of all rows are flagged" />
        <Tile name="Lift" sure={sure?.lift} format={formatTimes} value={formatTimes(times)} means="as many hits as random checks" />
        <Tile name="Specificity" sure={sure?.specificity} value={formatShare(specificity(counts))} means="of sound rows are left in peace" />
      </dl>
      <ConfusionTable counts={counts} />
      <p className={styles['means']}>Source: {sourceName(measured.source, measured.curve.positives + measured.curve.negatives, file)}</p>
    </section>
  )
}

const formatTimes = (times: number) => (Number.isNaN(times) ? noValue : `${times.toFixed(1)}×`)

interface TileProps {
  readonly name: string
  readonly value: string
  readonly means: string
  readonly sure: SureShare | undefined
  /** How the ends of the interval are written. */
  readonly format?: (value: number) => string
}

function Tile({ name, value, means, sure, format = formatShare }: TileProps) {
  return (
    <div className={styles['tile']}>
      <dt>{name}</dt>
      <dd>
        <span className={styles['value']}>{value}</span>
        <span className={styles['means']}>{means}</span>
        <span className={styles['interval']}>{intervalInWords(sure, format)}</span>
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
            {formatCount(counts.tp)} <small>found, {formatShare(recall(counts))} of phantom</small>
          </td>
          <td className={styles['wrong']}>
            {formatCount(counts.fn)} <small>missed, {formatShare(1 - recall(counts))}</small>
          </td>
        </tr>
        <tr>
          <th scope="row">Not phantom</th>
          <td className={styles['wrong']}>
            {formatCount(counts.fp)} <small>false alarms, {formatShare(1 - specificity(counts))} of sound</small>
          </td>
          <td className={styles['right']}>
            {formatCount(counts.tn)} <small>left in peace, {formatShare(specificity(counts))}</small>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
