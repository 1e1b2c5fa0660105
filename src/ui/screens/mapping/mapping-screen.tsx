/** Which column feeds which field: questions first, then every field with its column, and the file's first rows under them. */
import { fieldNamed } from '../../../domain/csv/fields'
import { missingFields } from '../../../store/draft-mapping'
import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { FieldChoices } from './field-choices'
import { MappedPreview } from './mapped-preview'
import { MappingQuestions } from './mapping-questions'
import { LayoutNote } from './layout-note'
import { RecalledNote } from './recalled-note'
import styles from './mapping-screen.module.css'

export function MappingScreen() {
  const file = useAppStore((state) => state.file)
  const proposal = useAppStore((state) => state.proposal)
  const mapping = useAppStore((state) => state.mapping)
  const answers = useAppStore((state) => state.answers)
  const changing = useAppStore((state) => state.phase.phase === 'mapping' && state.phase.before !== null)
  const layoutsToCome = useAppStore((state) => (state.group ? state.group.layouts.length - state.group.at - 1 : 0))
  const applyMapping = useAppStore((state) => state.applyMapping)
  const several = useAppStore((state) => state.file?.parts !== undefined)
  const keepMapping = useAppStore((state) => state.keepMapping)
  if (!proposal || !mapping) return null
  const missing = missingFields(mapping)
  const open = proposal.questions.filter(({ id }) => answers[id] === undefined)
  const blocked = changing ? missing.length > 0 : missing.length > 0 || open.length > 0
  return (
    <div className={styles['screen']}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{changing ? 'Change the mapping' : 'Check the columns'}</h1>
        <p className={styles['lead']}>
          {changing
            ? `Correct what feeds each field; ${file?.name ?? 'the file'} is then read and scored again.`
            : open.length === 0 && missing.length === 0
              ? `${file?.name ?? 'The file'}: check what feeds each field, then go on.`
              : `${file?.name ?? 'The file'} leaves something open. Nothing is guessed: settle it here, once.`}
        </p>
        <LayoutNote />
        <RecalledNote />
      </header>

      {proposal.questions.length > 0 && <MappingQuestions questions={proposal.questions} />}

      <MappedPreview proposal={proposal} mapping={mapping} />
      <FieldChoices proposal={proposal} mapping={mapping} />

      <div className={styles['actions']}>
        <Button look="primary" disabled={blocked} onClick={() => void applyMapping()}>
          {layoutsToCome > 0 ? 'Next: the other columns' : changing ? 'Read and score again' : several ? 'Score these files' : 'Score this file'}
        </Button>
        <Button onClick={keepMapping}>{changing ? 'Leave it as it was' : 'Cancel'}</Button>
        <p className={styles['blocked']} role="status">
          {missing.length > 0
            ? `Still needed: ${missing.map((name) => fieldNamed(name).label).join(', ')}.`
            : open.length > 0 && !changing
              ? `Still open: ${open.length === 1 ? 'one question' : `${open.length} questions`} above.`
              : ''}
        </p>
      </div>
    </div>
  )
}
