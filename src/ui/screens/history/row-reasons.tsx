/** Why a row is on the list, what speaks against it, and what to do: sentences that anybody can check against the shelf. */
import { useId } from 'react'
import type { RowExplanation } from '../../../domain/explain/row-explanation'
import { reasonsOf } from '../../../domain/explain/reasons'
import { whatToDo } from '../../../domain/explain/what-to-do'
import type { Reason } from '../../../domain/explain/reason'
import { reasonWords } from './reason-words'
import styles from './row-reasons.module.css'

interface RowReasonsProps {
  readonly explanation: RowExplanation
  /** The chosen model, whose attribution ranks the reasons. */
  readonly model: string
  /** What the chosen model says of the row: on the list, below its threshold, or not scored. */
  readonly verdict: Verdict
}

export type Verdict = 'check' | 'leave' | 'unscored'

export function RowReasons({ explanation: { facts, attributions }, model, verdict }: RowReasonsProps) {
  const words = reasonWords(facts.day)
  const { missing, there } = reasonsOf(facts, attributions[model] ?? null, verdict === 'check', words)
  const sides = [
    { title: 'Why the stock may not be there', reasons: missing },
    { title: 'What speaks against it', reasons: there },
  ]
  return (
    <>
      <div className={styles['panel']} data-tour="reasons">
        {(verdict === 'check' ? sides : sides.reverse()).map(({ title, reasons }) => reasons.length > 0 && <Side key={title} title={title} reasons={reasons} />)}
        {missing.length + there.length === 0 && <p>Nothing in its own figures stands out. Further down is what moved the model.</p>}
      </div>
      {verdict === 'check' && <Steps steps={whatToDo(facts, words)} />}
      {verdict === 'leave' && <p className={styles['leave']}>Below the threshold that it has with the chosen model: no check is asked for.</p>}
      {verdict === 'unscored' && <p className={styles['leave']}>The chosen model has not scored this day.</p>}
    </>
  )
}

function Side({ title, reasons }: { readonly title: string; readonly reasons: readonly Reason[] }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles['title']}>
        {title}
      </h3>
      <ul className={styles['reasons']}>
        {reasons.map((reason) => (
          <li key={reason.id}>{reason.sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function Steps({ steps }: { readonly steps: ReturnType<typeof whatToDo> }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['panel']}>
      <h3 id={id} className={styles['title']}>
        What to do
      </h3>
      <ol className={styles['steps']}>
        {steps.map((step) => (
          <li key={step.id}>
            <span className={styles['action']}>{step.action}</span> <span className={styles['ground']}>{step.ground}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
