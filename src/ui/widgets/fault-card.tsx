import type { ReactNode } from 'react'
import { Button } from './button'
import styles from './fault-card.module.css'

interface FaultCardProps {
  readonly title: string
  readonly sentence: string
  readonly advice: string
  readonly action?: { readonly label: string; readonly run: () => void }
  readonly children?: ReactNode
}

/** What went wrong, what to do about it, and the button that does it. Announced when it appears. */
export function FaultCard({ title, sentence, advice, action, children }: FaultCardProps) {
  return (
    <section role="alert" className={styles['card']}>
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['sentence']}>{sentence}</p>
      {advice && <p className={styles['advice']}>{advice}</p>}
      <div className={styles['actions']}>
        {action && (
          <Button look="primary" onClick={action.run}>
            {action.label}
          </Button>
        )}
        {children}
      </div>
    </section>
  )
}
