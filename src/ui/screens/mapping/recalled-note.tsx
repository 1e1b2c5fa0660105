import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { Button } from '../../widgets/button'
import styles from './mapping-screen.module.css'

const msOfDay = 86_400_000

/** That this browser keeps the mapping for files with these headers, since when, and the way to let it go. Nothing where it keeps none. */
export function RecalledNote() {
  const recalledFrom = useAppStore((state) => state.recalledFrom)
  const proposal = useAppStore((state) => state.proposal)
  const forgetMapping = useAppStore((state) => state.forgetMapping)
  if (recalledFrom === null || !proposal) return null
  return (
    <div className={styles['recalled']}>
      <p>
        Settled on {formatDay(Math.floor(recalledFrom / msOfDay))} and kept in this browser: files with the same headers are read this way without a question.
      </p>
      <Button onClick={() => forgetMapping(proposal.headers)}>Forget this mapping</Button>
    </div>
  )
}
