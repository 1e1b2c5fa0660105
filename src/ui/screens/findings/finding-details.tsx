/** Count and note of a finding; both may stay empty. */
import { useId } from 'react'
import type { Finding, FindingPlace } from '../../../domain/findings/finding'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { DraftInput } from '../../widgets/draft-input'
import styles from './record-finding.module.css'

/** Long enough for a sentence or two. */
const longestNote = 500

export function FindingDetails({ place, finding }: { readonly place: FindingPlace; readonly finding: Finding }) {
  const change = useAppStore((state) => state.changeFinding)
  const record = useId()
  return (
    <div className={styles['details']}>
      <label className={styles['field']}>
        <span className={styles['fieldLabel']}>Counted (if you counted)</span>
        <DraftInput
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          className={styles['count']}
          aria-describedby={record}
          value={finding.counted === null ? '' : String(finding.counted)}
          onText={(text) => {
            const counted = text === '' ? null : Number(text)
            if (counted === null || counted >= 0) change(place, { counted })
          }}
        />
        <span id={record} className={styles['hint']}>
          {finding.onHand === null ? 'units' : `units; the record says ${countOf(finding.onHand, 'unit')}`}
        </span>
      </label>
      <label className={styles['field']}>
        <span className={styles['fieldLabel']}>Note</span>
        <input
          type="text"
          className={styles['note']}
          maxLength={longestNote}
          value={finding.note}
          onChange={(event) => change(place, { note: event.target.value })}
        />
      </label>
    </div>
  )
}
