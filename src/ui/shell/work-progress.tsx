/** What is under way, with its button to stop it. */
import { useAppStore } from '../app-store-context'
import { countOf, formatCount } from '../format/format-number'
import { Button } from '../widgets/button'
import { ProgressLine } from '../widgets/progress-line'
import styles from './work-progress.module.css'

export function WorkProgress() {
  const phase = useAppStore((state) => state.phase)
  const model = useAppStore((state) => state.model)
  const cancel = useAppStore((state) => state.cancel)
  switch (phase.phase) {
    case 'proposing':
      return <Strip label="Looking at the columns" fraction={null} detail="" cancel={cancel} />
    case 'reading':
      return <Strip label="Reading" fraction={phase.fraction} detail={`${countOf(phase.records, 'row')} read`} cancel={cancel} />
    case 'scoring':
      return (
        <Strip
          label="Scoring"
          fraction={phase.fraction}
          detail={
            (phase.latestOf.includes(model) ? 'The latest day is done; history follows. ' : '') +
            `${formatCount(phase.rowsDone)} of ${countOf(phase.rowsToDo, 'row')}`
          }
          cancel={cancel}
        />
      )
    case 'loading-models':
    case 'empty':
    case 'mapping':
    case 'ready':
    case 'failed':
      return null
  }
}

interface StripProps {
  readonly label: string
  readonly fraction: number | null
  readonly detail: string
  readonly cancel: () => void
}

function Strip({ label, fraction, detail, cancel }: StripProps) {
  return (
    <div className={styles['strip']}>
      <div className={styles['inner']}>
        <ProgressLine label={label} fraction={fraction} detail={detail}>
          <Button onClick={cancel}>Cancel</Button>
        </ProgressLine>
      </div>
    </div>
  )
}
