import { selectCarriedThreshold } from '../../store/carried-state'
import { useAppStore } from '../app-store-context'
import { FindingsTrouble } from '../screens/findings/findings-trouble'
import { isOfLink, LinkNotice } from '../screens/take-away/taken-notice'
import { Button } from '../widgets/button'
import { FaultCard } from '../widgets/fault-card'
import { CarriedThreshold } from './carried-threshold'
import styles from './notices.module.css'

/** Something that failed while the rest of the app goes on, or that stands without being seen. */
export function Notices() {
  const notice = useAppStore((state) => state.notice)
  const dismiss = useAppStore((state) => state.dismissNotice)
  const findingsTrouble = useAppStore((state) => state.findings.trouble !== null)
  const taken = useAppStore((state) => state.taken !== null && isOfLink(state.taken))
  const carried = useAppStore((state) => selectCarriedThreshold(state) !== null)
  if (!notice && !findingsTrouble && !taken && !carried) return null
  return (
    <div className={styles['notices']}>
      <FindingsTrouble />
      <LinkNotice />
      <CarriedThreshold />
      {notice && (
        <FaultCard title="That did not work" sentence={notice.sentence} advice={notice.advice}>
          <Button onClick={dismiss}>Close</Button>
        </FaultCard>
      )}
    </div>
  )
}
