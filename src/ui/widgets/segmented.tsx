import { useId } from 'react'
import styles from './segmented.module.css'

interface SegmentedProps<Value extends string> {
  /** Accessible name of the group. */
  readonly label: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly disabled?: boolean; readonly title?: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** On a phone, more rows instead of one that scrolls: for options with long names. */
  readonly wraps?: boolean
}

/** A radio group drawn as one row of buttons. */
export function Segmented<Value extends string>({ label, options, value, onChange, wraps = false }: SegmentedProps<Value>) {
  const name = useId()
  return (
    <div role="radiogroup" aria-label={label} className={wraps ? styles['wrapping'] : styles['group']}>
      {options.map((option) => (
        <label key={option.value} className={styles['option']} title={option.title}>
          <input
            type="radio"
            className={styles['input']}
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span className={styles['face']}>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
