/** Says once what a session, a link or a threshold changed, and offers the way back. */
import { useEffect, useRef, type ReactNode } from 'react'
import type { TakenNews } from '../../../store/take-away/take-away-state'
import { useAppStore } from '../../app-store-context'
import { useModelName } from '../../use-model-name'
import { Button } from '../../widgets/button'
import { FaultCard } from '../../widgets/fault-card'
import styles from './taken-notice.module.css'
import { takenSentences, takenTitle } from './taken-words'

const refusedTitles = { session: 'The session was not taken on', link: 'The settings of this link were not taken on', threshold: 'The threshold was not taken on' } as const

/** What a link brought is said above every screen, for it can be opened on any. */
export function LinkNotice() {
  const taken = useAppStore((state) => state.taken)
  return taken && isOfLink(taken) ? <News taken={taken} /> : null
}

/** What a file brought is said where the file was chosen. */
export function FileNotice() {
  const taken = useAppStore((state) => state.taken)
  return taken && !isOfLink(taken) && taken.kind !== 'segments' ? (
    <IntoView key={taken.kind}>
      <News taken={taken} />
    </IntoView>
  ) : null
}

/** What was accepted by segment is said where it was. */
export function SegmentsNews() {
  const taken = useAppStore((state) => state.taken)
  return taken?.kind === 'segments' ? <News taken={taken} /> : null
}

export const isOfLink = (taken: TakenNews) => taken.kind === 'link' || (taken.kind === 'refused' && taken.what === 'link')

/** The button that brought it may stand a screen below. */
function IntoView({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  // In braces: newer browsers answer with a promise, which React would call to clean up.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return <div ref={place}>{children}</div>
}

function News({ taken }: { readonly taken: TakenNews }) {
  const undo = useAppStore((state) => state.undoTaken)
  const dismiss = useAppStore((state) => state.dismissTaken)
  const modelName = useModelName()
  if (taken.kind === 'refused') {
    return (
      <FaultCard title={refusedTitles[taken.what]} sentence={taken.fault.sentence} advice={taken.fault.advice}>
        <Button onClick={dismiss}>Close</Button>
      </FaultCard>
    )
  }
  return (
    <section role="status" aria-label="Taken on" className={styles['card']}>
      <h2 className={styles['title']}>{takenTitle(taken)}</h2>
      {takenSentences(taken, modelName).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div className={styles['actions']}>
        <Button onClick={undo}>{taken.kind === 'segments' ? 'Undo: thresholds as before' : 'Undo: settings as before'}</Button>
        <Button onClick={dismiss}>Close</Button>
      </div>
    </section>
  )
}
