import { fields } from '../../../domain/csv/fields'
import { certainFrom } from '../../../domain/csv/mapping'
import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { confidenceWords } from '../mapping/confidence-words'
import { RecalledNote } from '../mapping/recalled-note'
import styles from './data-quality-screen.module.css'

const dateForms = { ymd: 'year, month, day', dmy: 'day, month, year', mdy: 'month, day, year' } as const
const delimiters = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' } as const

/** How the file was understood: each field, its column, how sure, and why. */
export function MappingInUse() {
  const proposal = useAppStore((state) => state.proposal)
  const mapping = useAppStore((state) => state.mapping)
  const ready = useAppStore((state) => state.phase.phase === 'ready')
  const several = useAppStore((state) => (state.group?.layouts.length ?? 1) > 1)
  const placed = useAppStore((state) => state.group?.layouts[state.group.at]?.files.map(({ name }) => name).join(', ') ?? '')
  const editMapping = useAppStore((state) => state.editMapping)
  if (!proposal || !mapping) return null
  const { dialect, headers } = proposal
  const unused = headers.filter((_, column) => !Object.values(mapping.columns).includes(column))
  return (
    <section className={styles['panel']} aria-labelledby="mapping-title">
      <div className={styles['titleRow']}>
        <h2 id="mapping-title" className={styles['title']}>
          How the columns were understood
        </h2>
        <Button onClick={editMapping} disabled={!ready}>
          Change mapping
        </Button>
      </div>
      <RecalledNote />
      <p className={styles['quiet']}>
        {several && `Of ${placed} (the other sets of columns are under "Change mapping"). `}
        {dialect.encoding.toUpperCase()}, cells divided by {delimiters[dialect.delimiter]}, dates as {dateForms[mapping.dateOrder]}, decimal{' '}
        {mapping.decimal === ',' ? 'comma' : 'point'}
        {dialect.linesBeforeHeader > 0 && `, ${dialect.linesBeforeHeader} lines before the header passed over`}.
        {unused.length > 0 && ` Not used: ${unused.map((header) => header || '(no header)').join(', ')}.`}
      </p>
      <div className={styles['scroll']}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Column</th>
              <th scope="col">How sure</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ name, label }) => {
              const column = mapping.columns[name]
              if (column === undefined) return null
              const match = proposal.matches.find((candidate) => candidate.field === name && candidate.column === column)
              return (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <td className={styles['found']}>{headers[column]}</td>
                  <td className={match && match.confidence < certainFrom ? styles['unsure'] : undefined}>
                    {match ? `${confidenceWords(match.confidence)} (${Math.round(match.confidence * 100)} %)` : 'Chosen by you'}
                  </td>
                  <td>{match?.reason ?? ''}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
