import type { FindingPlace } from '../../../domain/findings/finding'
import { selectRowFinding } from '../../../store/findings-selectors'
import { useAppStore } from '../../app-store-context'
import { outcomeLabel } from './outcome-words'
import styles from './finding-mark.module.css'

/** In a row of a list: a tick that says what was found there; nothing where nobody looked. */
export function FindingMark({ row }: { readonly row: Omit<FindingPlace, 'set'> }) {
  const outcome = useAppStore((state) => selectRowFinding(state, row)?.outcome ?? null)
  return (
    outcome && (
      <span className={styles['mark']} title={`Checked: ${outcomeLabel(outcome)}`}>
        <span aria-hidden="true">✓</span>
        <span className="visually-hidden"> checked: {outcomeLabel(outcome)}</span>
      </span>
    )
  )
}
