import { useId, type ReactNode } from 'react'
import styles from './report.module.css'

interface ReportSectionProps {
  /** The anchor that the list at the top leads to. */
  readonly id: string
  readonly title: string
  /** Accessible name where it is not the title. */
  readonly label?: string
  readonly children: ReactNode
}

/** A part of the report under a heading of its own. */
export function ReportSection({ id, title, label, children }: ReportSectionProps) {
  const heading = useId()
  return (
    <section id={id} className={styles['section']} tabIndex={-1} {...(label === undefined ? { 'aria-labelledby': heading } : { 'aria-label': label })}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  )
}

/** Where an older results file has nothing for a part of the report. */
export function NotMeasured({ what }: { readonly what: string }) {
  return <p className={styles['absent']}>{what} was not part of the evaluation that these results come from. A new training run measures it.</p>
}
