import { countOf, formatProbability } from '../../format/format-number'
import styles from './alerts-table.module.css'

interface ListEndProps {
  /** Judged, and below the threshold. */
  readonly below: number
  /** Not judged yet, or left out when scoring was cancelled. */
  readonly unscored: number
  readonly threshold: number
  /** Some segments have thresholds of their own. */
  readonly bySegment: boolean
}

/** Says that the list is complete, and what was left out of it. */
export function ListEnd({ below, unscored, threshold, bySegment }: ListEndProps) {
  return (
    <p className={styles['end']}>
      {below === 0 ? 'Every item that was judged is on this list.' : `${countOf(below, 'other')} judged and left out: below ${bySegment ? 'the threshold of its segment, or the common one' : formatProbability(threshold)}.`}
      {unscored > 0 && ` ${countOf(unscored, 'row')} not scored.`}
    </p>
  )
}
