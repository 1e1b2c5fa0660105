import { fieldNamed } from '../../../domain/csv/fields'
import type { FieldName } from '../../../domain/csv/fields'
import type { Mapping, MappingProposal } from '../../../domain/csv/mapping'
import styles from './mapping-screen.module.css'

interface MappedPreviewProps {
  readonly proposal: MappingProposal
  readonly mapping: Mapping
}

const rowsShown = 6

/** The file's first rows, each column under the field that it feeds. */
export function MappedPreview({ proposal, mapping }: MappedPreviewProps) {
  const fieldOf = new Map(Object.entries(mapping.columns).map(([field, column]) => [column, field as FieldName]))
  return (
    <section className={styles['panel']} aria-labelledby="preview-title">
      <h2 id="preview-title" className={styles['panelTitle']}>
        First rows of the file
      </h2>
      <div className={styles['scroll']} tabIndex={0} role="group" aria-label="Rows, to be scrolled">
        <table className={styles['preview']}>
          <thead>
            <tr>
              {proposal.headers.map((header, column) => {
                const field = fieldOf.get(column)
                return (
                  <th key={`${column}-${header}`} scope="col" className={field ? styles['used'] : styles['unused']}>
                    <span className={styles['feeds']}>{field ? fieldNamed(field).label : 'not used'}</span>
                    {header || `(column ${column + 1})`}
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {proposal.preview.slice(0, rowsShown).map((cells, row) => (
              <tr key={row}>
                {proposal.headers.map((header, column) => (
                  <td key={`${column}-${header}`} className={fieldOf.has(column) ? undefined : styles['unused']}>
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
