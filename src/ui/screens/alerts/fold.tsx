import type { ReactNode } from 'react'
import styles from './fold.module.css'

interface FoldProps {
  readonly title: string
  /** Stands behind the title, in plain weight. */
  readonly note?: string
  /** A fold inside of another has less of a frame. */
  readonly inner?: boolean
  readonly onOpen?: () => void
  readonly children: ReactNode
}

/** Something that can be unfolded: the browser's own disclosure, by mouse and keyboard. */
export function Fold({ title, note, inner = false, onOpen, children }: FoldProps) {
  return (
    <details className={inner ? styles['inner'] : styles['fold']} onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary className={styles['summary']}>
        {title}
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </summary>
      <div className={styles['content']}>{children}</div>
    </details>
  )
}
