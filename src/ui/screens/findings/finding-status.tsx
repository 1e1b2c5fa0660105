import { placeKey, type Finding, type FindingPlace } from '../../../domain/findings/finding'
import { useAppStore } from '../../app-store-context'
import { formatTime } from '../../format/format-time'
import { outcomeLabel } from './outcome-words'
import styles from './record-finding.module.css'

/** Says what stands, and whether it would outlive the tab. */
export function FindingStatus({ place, finding }: { readonly place: FindingPlace; readonly finding: Finding | null }) {
  const key = placeKey(place)
  const unkept = useAppStore((state) => state.findings.unkept.has(key))
  const trouble = useAppStore((state) => state.findings.trouble !== null)
  return (
    <p role="status" className={styles['status']}>
      {finding ? `${outcomeLabel(finding.outcome)}, entered ${formatTime(finding.enteredAt)}. ${keptWords(unkept, trouble)}` : 'Not checked yet.'}
    </p>
  )
}

function keptWords(unkept: boolean, trouble: boolean): string {
  if (!unkept) return 'Kept in this browser.'
  return trouble ? 'On this page only: it could not be kept.' : 'Keeping …'
}
