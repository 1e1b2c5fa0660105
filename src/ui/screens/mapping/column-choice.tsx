/** What one column of the file is: the field that it feeds, to be changed on the spot. */
import { fieldNamed, fields } from '../../../domain/csv/fields'
import type { Mapping } from '../../../domain/csv/mapping'
import { fieldOfColumn, nameColumn } from '../../../store/draft-mapping'
import { useAppStore } from '../../app-store-context'
import styles from './mapping-screen.module.css'

interface ColumnChoiceProps {
  readonly mapping: Mapping
  readonly column: number
  /** As people see it. */
  readonly header: string
  /** Id of what says why. */
  readonly describedBy: string
}

export function ColumnChoice({ mapping, column, header, describedBy }: ColumnChoiceProps) {
  const changeMapping = useAppStore((state) => state.changeMapping)
  const fed = fieldOfColumn(mapping, column)
  return (
    <select
      className={styles['select']}
      aria-label={`Column ${header} is`}
      aria-describedby={describedBy}
      value={fed ?? ''}
      onChange={(event) => changeMapping(nameColumn(mapping, column, fields.find(({ name }) => name === event.target.value)?.name ?? null))}
    >
      <option value="">not used</option>
      {fields.map(({ name }) => (
        <option key={name} value={name}>
          {fieldNamed(name).label}
          {mapping.columns[name] !== undefined && name !== fed && ' (moves here)'}
        </option>
      ))}
    </select>
  )
}
