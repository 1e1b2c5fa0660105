import { useState, type ReactNode } from 'react'
import styles from './fold.module.css'

interface FoldProps {
  readonly title: string
  /** Stands behind the title, in plain weight. */
  readonly note?: string
  /** A fold inside of another has less of a frame. */
  readonly inner?: boolean
  readonly children: ReactNode
}

/** Something that can be unfolded: the browser's own disclosure, by mouse and keyboard. What is inside is made when it is first opened. */
export function Fold({ title, note, inner = false, children }: FoldProps) {
  const [opened, setOpened] = useState(false)
  return (
    <details
      className={inner ? styles['inner'] : styles['fold']}
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true)
      }}
    >
      {/* A press is heard before the browser unfolds, so that what is inside is there with it. */}
      <summary className={styles['summary']} onClick={() => setOpened(true)}>
        {title}
        {note !== undefined && <span className={styles['note']}>{note}</span>}
      </summary>
      <div className={styles['content']}>{opened && children}</div>
    </details>
  )
}
