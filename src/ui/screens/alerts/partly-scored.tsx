import { useAppStore } from '../../app-store-context'
import { selectHasResults } from '../../../store/selectors'
import { Button } from '../../widgets/button'
import styles from './partly-scored.module.css'

/** After a cancel: how far it came, and the button that scores the rest. */
export function PartlyScored() {
  const phase = useAppStore((state) => state.phase)
  const stands = useAppStore(selectHasResults)
  const scoreRest = useAppStore((state) => state.scoreRest)
  if (phase.phase !== 'ready' || phase.scored.rows === 'all') return null
  return (
    <div className={styles['note']}>
      <p>
        {stands
          ? 'Scoring was cancelled: the latest day is complete, earlier days are not.'
          : 'Scoring was cancelled before this model had the latest day complete, so there is no list of it yet.'}
      </p>
      <Button onClick={() => void scoreRest()}>Score again</Button>
    </div>
  )
}
