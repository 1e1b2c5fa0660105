/** What the chosen model leans on in this extract: measured when it is asked for, as it takes seconds. */
import { useId } from 'react'
import type { RowChoice } from '../../../../domain/insight/insight-question'
import { Button } from '../../../widgets/button'
import type { EvidenceKind } from './evidence-read'
import { LookProgress } from './look-progress'
import { RelianceFigures } from './reliance-figures'
import { useLook } from './use-look'
import styles from './insight-section.module.css'

interface ReliancePanelProps {
  readonly model: string
  /** What it is called. */
  readonly name: string
  readonly rows: RowChoice
  readonly source: string
  /** What it reads. */
  readonly kinds: readonly EvidenceKind[]
  readonly one: 'feature' | 'column'
}

export function ReliancePanel({ model, name, rows, source, kinds, one }: ReliancePanelProps) {
  const id = useId()
  const { look, begin, cancel } = useLook()
  const measure = () => begin({ kind: 'reliance', model, rows })
  return (
    <section aria-labelledby={`${id}-title`} className={styles['panel']}>
      <h3 id={`${id}-title`} className={styles['title']}>
        What {name} leans on here
      </h3>
      <p className={styles['about']}>
        {one === 'feature'
          ? 'Each row is given one kind of evidence of another item, and the rest stays its own. The further the score moves, the more the model leans on that evidence. What each kind is worth in the test worlds, learned anew without it, stands on the Models screen.'
          : 'Each row is given one column of another item, and the rest stays its own. The further the score moves, the more the pipeline leans on that column.'}
      </p>
      {look.state === 'none' ? (
        <p>
          <Button onClick={measure}>Measure it</Button>
        </p>
      ) : (
        <LookProgress look={look} label="Exchanging evidence" onCancel={cancel} onAgain={measure} />
      )}
      {look.state === 'answered' && look.answer.kind === 'reliance' && <RelianceFigures answer={look.answer} kinds={kinds} one={one} model={name} source={source} />}
    </section>
  )
}
