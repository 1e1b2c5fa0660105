/** One stop of the tour in words, with its way on, back and out. */
import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { tourStops, type TourStop } from '../../store/tour-state'
import { useAppStore } from '../app-store-context'
import { Button } from '../widgets/button'
import { wordsOfStop } from './tour-words'
import { usePointing } from './use-pointing'
import styles from './tour.module.css'

interface TourCardProps {
  readonly stop: TourStop
  /** What the card points at; null while it is not on the screen. */
  readonly place: HTMLElement | null
  /** Something to say beside the stop's own words. */
  readonly note: string | null
  readonly onSkip: () => void
  readonly onFinish: () => void
}

export function TourCard({ stop, place, note, onSkip, onFinish }: TourCardProps) {
  const card = useRef<HTMLDivElement>(null)
  const title = useId()
  const moveTour = useAppStore((state) => state.moveTour)
  const at = tourStops.indexOf(stop)
  const last = at === tourStops.length - 1
  const { title: name, text } = wordsOfStop[stop]
  usePointing(card, place)

  // A card is new at every stop and wherever it moves to: the focus comes with it, and with the focus its words.
  useEffect(() => {
    card.current?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowRight' && !last) moveTour(1)
    else if (event.key === 'ArrowLeft') moveTour(-1)
    else return
    event.preventDefault()
  }

  return (
    <div ref={card} role="dialog" aria-labelledby={`${title}-at ${title}`} aria-describedby={`${title}-text`} tabIndex={-1} className={styles['card']} onKeyDown={onKeyDown}>
      <p id={`${title}-at`} className={styles['at']}>
        Tour, step {at + 1} of {tourStops.length}
      </p>
      <h2 id={title} className={styles['title']}>
        {name}
      </h2>
      <div id={`${title}-text`} className={styles['text']}>
        <p>{text}</p>
        {note !== null && <p>{note}</p>}
      </div>
      <div className={styles['buttons']}>
        <Button look="quiet" onClick={onSkip} aria-keyshortcuts="Escape">
          {last ? 'Close the tour' : 'Skip the tour'}
        </Button>
        <span className={styles['ways']}>
          {at > 0 && (
            <Button onClick={() => moveTour(-1)} aria-keyshortcuts="ArrowLeft">
              Back
            </Button>
          )}
          {last ? (
            <Button look="primary" onClick={onFinish}>
              To the list
            </Button>
          ) : (
            <Button look="primary" onClick={() => moveTour(1)} aria-keyshortcuts="ArrowRight">
              Next
            </Button>
          )}
        </span>
      </div>
      <p className={styles['keys']}>
        Keys: <kbd>←</kbd> <kbd>→</kbd> for the steps, <kbd>Esc</kbd> to leave
      </p>
    </div>
  )
}
