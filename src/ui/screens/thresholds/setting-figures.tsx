import type { SureShare } from '../../../domain/bench/clustered-share'
import { precision, recall } from '../../../domain/metrics/confusion-measures'
import type { ConfusionCounts } from '../../../domain/metrics/counts-at'
import { formatShare } from '../../format/format-number'
import { intervalInWords } from './interval-words'
import { useIntervals } from './use-intervals'
import styles from './threshold-control.module.css'

/** Precision and recall of the setting, each with how sure it is. */
export function SettingFigures({ counts }: { readonly counts: ConfusionCounts }) {
  const intervals = useIntervals()
  return (
    <dl className={styles['figures']}>
      <Figure name="Precision" value={precision(counts)} sure={intervals?.precision} />
      <Figure name="Recall" value={recall(counts)} sure={intervals?.recall} />
    </dl>
  )
}

function Figure({ name, value, sure }: { readonly name: string; readonly value: number; readonly sure: SureShare | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{formatShare(value)}</strong> <span className={styles['quiet']}>{intervalInWords(sure, formatShare)}</span>
      </dd>
    </div>
  )
}
