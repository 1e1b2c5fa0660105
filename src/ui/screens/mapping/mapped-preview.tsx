import { certainFrom, type Mapping, type MappingProposal } from '../../../domain/csv/mapping'
import { fieldOfColumn } from '../../../store/draft-mapping'
import { ColumnChoice } from './column-choice'
import { confidenceWords } from './confidence-words'
import styles from './mapping-screen.module.css'

interface MappedPreviewProps {
  readonly proposal: MappingProposal
  readonly mapping: Mapping
}

const rowsShown = 6

/** The file's first rows, each column under the field that it feeds, which can be changed there, with the reason. */
export function MappedPreview({ proposal, mapping }: MappedPreviewProps) {
  const columns = proposal.headers.map((header, column) => ({ column, name: header || `(column ${column + 1})`, used: fieldOfColumn(mapping, column) !== null }))
  return (
    <section className={styles['panel']} aria-labelledby="preview-title">
      <h2 id="preview-title" className={styles['panelTitle']}>
        First rows of the file
      </h2>
      <p className={styles['why']}>Each of the {columns.length} columns, what it is taken for and why. What is wrong can be put right here.</p>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Rows, to be scrolled">
        <table className={styles['preview']}>
          <thead>
            <tr>
              {columns.map(({ column, name, used }) => (
                <th key={column} scope="col" className={used ? undefined : styles['unused']}>
                  {name}
                </th>
              ))}
            </tr>
            <tr>
              {columns.map(({ column, name, used }) => (
                <td key={column} className={`${styles['choice'] ?? ''} ${used ? (styles['used'] ?? '') : ''}`}>
                  <ColumnChoice mapping={mapping} column={column} header={name} describedBy={`why-column-${column}`} />
                  <p id={`why-column-${column}`} className={styles['why']}>
                    <Reason proposal={proposal} mapping={mapping} column={column} />
                  </p>
                </td>
              ))}
            </tr>
          </thead>
          <tbody>
            {proposal.preview.slice(0, rowsShown).map((cells, row) => (
              <tr key={row}>
                {columns.map(({ column, used }) => (
                  <td key={column} className={used ? undefined : styles['unused']}>
                    {cells[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Why a column feeds its field; nothing where it feeds none as proposed. */
function Reason({ proposal, mapping, column }: MappedPreviewProps & { readonly column: number }) {
  const field = fieldOfColumn(mapping, column)
  const match = proposal.matches.find((one) => one.column === column)
  if (field === null) return match ? 'Taken out by you.' : null
  if (match?.field !== field) return 'Chosen by you.'
  return (
    <>
      <strong className={match.confidence < certainFrom ? styles['unsure'] : undefined}>{confidenceWords(match.confidence)}.</strong> {match.reason}
    </>
  )
}
