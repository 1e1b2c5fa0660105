import { precision, recall } from '../../../domain/metrics/confusion-measures'
import type { ConfusionCounts } from '../../../domain/metrics/counts-at'
import { formatShare } from '../../format/format-number'
import type { Judged } from './choices/choice'
import { intervalInWords } from './interval-words'
import { useIntervals } from './use-intervals'
import styles from './threshold-control.module.css'

/** Precision and recall of the setting as they were measured, each with how sure it is. */
export function SettingFigures({ counts }: { readonly counts: ConfusionCounts }) {
  const intervals = useIntervals()
  return (
    <dl className={styles['figures']}>
      <Figure name="Precision" value={precision(counts)} sure={intervalInWords(intervals?.precision, formatShare)} />
      <Figure name="Recall" value={recall(counts)} sure={intervalInWords(intervals?.recall, formatShare)} />
    </dl>
  )
}

/** The same as they are expected of the extract. */
export function ExpectedFigures({ expected }: { readonly expected: Judged }) {
  const { precision: right, sure, recall: found, sureRecall } = expected
  const about = (interval: Judged['sure']) => (interval === null ? 'estimate' : `estimate, 95%: ${formatShare(interval.low)} to ${formatShare(interval.high)}`)
  return (
    <dl className={styles['figures']}>
      <Figure name="Precision" value={right} sure={about(sure)} />
      <Figure name="Recall" value={found} sure={about(sureRecall)} />
    </dl>
  )
}

function Figure({ name, value, sure }: { readonly name: string; readonly value: number; readonly sure: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{formatShare(value)}</strong> <span className={styles['quiet']}>{sure}</span>
      </dd>
    </div>
  )
}
