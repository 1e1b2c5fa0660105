import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import styles from './partly-scored.module.css'

/** After a cancel: how far it came, and the button that scores the rest. */
export function PartlyScored() {
  const phase = useAppStore((state) => state.phase)
  const scoreRest = useAppStore((state) => state.scoreRest)
  if (phase.phase !== 'ready' || phase.scored.rows === 'all') return null
  return (
    <div className={styles['note']}>
      <p>
        {phase.scored.rows === 'latest'
          ? 'Scoring was cancelled: the latest day is complete, earlier days are not.'
          : 'Scoring was cancelled before the latest day was complete, so there is no list yet.'}
      </p>
      <Button onClick={() => void scoreRest()}>Score again</Button>
    </div>
  )
}
