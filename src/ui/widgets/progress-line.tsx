import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './progress-line.module.css'

interface ProgressLineProps {
  /** Accessible name, and the word before the bar. */
  readonly label: string
  /** 0 to 1; null while nothing is known. */
  readonly fraction: number | null
  /** What is behind the bar, in words. */
  readonly detail: string
  readonly children?: ReactNode
}

/** A named progress bar with words beside it and room for a button. */
export function ProgressLine({ label, fraction, detail, children }: ProgressLineProps) {
  const id = useId()
  return (
    <div className={styles['line']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <progress id={id} className={styles['bar']} max={1} {...(fraction === null ? {} : { value: fraction })} />
      <span className={`${styles['detail'] ?? ''} tabular`}>{detail}</span>
      {children}
    </div>
  )
}
