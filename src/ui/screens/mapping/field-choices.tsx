/** A table of fields with the column that feeds each, why, and a select to change it. */
import { fields } from '../../../domain/csv/fields'
import { certainFrom } from '../../../domain/csv/mapping'
import type { Mapping, MappingProposal } from '../../../domain/csv/mapping'
import { feedField } from '../../../store/draft-mapping'
import { useAppStore } from '../../app-store-context'
import { confidenceWords } from './confidence-words'
import styles from './mapping-screen.module.css'

interface FieldChoicesProps {
  readonly proposal: MappingProposal
  readonly mapping: Mapping
}

const needWords = { always: 'needed', expected: 'expected', optional: '' } as const

export function FieldChoices({ proposal, mapping }: FieldChoicesProps) {
  const changeMapping = useAppStore((state) => state.changeMapping)
  return (
    <section className={styles['panel']} aria-labelledby="fields-title">
      <h2 id="fields-title" className={styles['panelTitle']}>
        Fields and their columns
      </h2>
      <ul className={styles['fields']}>
        {fields.map((field) => {
          const column = mapping.columns[field.name]
          const match = proposal.matches.find((candidate) => candidate.field === field.name)
          const asProposed = match && match.column === column
          const lacking = field.need === 'always' && column === undefined
          return (
            <li key={field.name} className={styles['field']}>
              <label htmlFor={`field-${field.name}`} className={styles['fieldName']}>
                {field.label}
                {needWords[field.need] && <span className={styles['need']}>{needWords[field.need]}</span>}
              </label>
              <select
                id={`field-${field.name}`}
                className={styles['select']}
                value={column ?? ''}
                aria-invalid={lacking}
                aria-describedby={`why-${field.name}`}
                onChange={(event) => changeMapping(feedField(mapping, field.name, event.target.value === '' ? null : Number(event.target.value)))}
              >
                <option value="">no column</option>
                {proposal.headers.map((header, i) => (
                  <option key={`${i}-${header}`} value={i}>
                    {header || `(column ${i + 1})`}
                  </option>
                ))}
              </select>
              <p id={`why-${field.name}`} className={styles['why']}>
                {column === undefined ? (
                  field.meaning
                ) : asProposed ? (
                  <>
                    <strong className={match.confidence < certainFrom ? styles['unsure'] : undefined}>{confidenceWords(match.confidence)}.</strong> {match.reason}
                  </>
                ) : (
                  'Chosen by you.'
                )}
              </p>
            </li>
          )
        })}
      </ul>
      <div className={styles['forms']}>
        <label className={styles['form']}>
          Dates are written
          <select
            className={styles['select']}
            value={mapping.dateOrder}
            onChange={(event) => {
              const order = event.target.value
              if (order === 'ymd' || order === 'dmy' || order === 'mdy') changeMapping({ ...mapping, dateOrder: order })
            }}
          >
            <option value="ymd">year, month, day</option>
            <option value="dmy">day, month, year</option>
            <option value="mdy">month, day, year</option>
          </select>
        </label>
        <label className={styles['form']}>
          Decimal sign
          <select
            className={styles['select']}
            value={mapping.decimal}
            onChange={(event) => {
              const decimal = event.target.value
              if (decimal === '.' || decimal === ',') changeMapping({ ...mapping, decimal })
            }}
          >
            <option value=".">point: 12.5</option>
            <option value=",">comma: 12,5</option>
          </select>
        </label>
      </div>
    </section>
  )
}
