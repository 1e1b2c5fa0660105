import { useAppStore } from '../../app-store-context'
import { useOpenFilePicker } from '../../shell/file-picker'
import { Button } from '../../widgets/button'
import { FaultCard } from '../../widgets/fault-card'
import { ExtractNeeds } from './extract-needs'
import styles from './start-screen.module.css'

/** A file that cannot be scored: why, what to do, and the ways on. */
export function FailedScreen() {
  const phase = useAppStore((state) => state.phase)
  const file = useAppStore((state) => state.file)
  const canRemap = useAppStore((state) => state.proposal !== null)
  const applyMapping = useAppStore((state) => state.applyMapping)
  const editMapping = useAppStore((state) => state.editMapping)
  const tryDemo = useAppStore((state) => state.tryDemo)
  const openFile = useOpenFilePicker()
  if (phase.phase !== 'failed') return null
  const { fault } = phase
  return (
    <div className={styles['screen']}>
      <FaultCard
        title={file ? `${file.name} could not be scored` : 'Nothing can be scored yet'}
        sentence={fault.sentence}
        advice={fault.advice}
        action={{ label: 'Choose another file', run: openFile }}
      >
        {canRemap && <Button onClick={editMapping}>Change the mapping</Button>}
        {canRemap && <Button onClick={() => void applyMapping()}>Try again</Button>}
        <Button onClick={() => void tryDemo()}>Try the demo extract</Button>
      </FaultCard>
      <ExtractNeeds />
    </div>
  )
}
