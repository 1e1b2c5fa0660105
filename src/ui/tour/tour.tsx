/** The guided tour: a card beside the thing that it speaks of. The page stays usable around it. */
import { useCallback, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { selectTourStop } from '../../store/tour-selectors'
import type { TourStop } from '../../store/tour-state'
import { useAppStore } from '../app-store-context'
import { TourCard } from './tour-card'
import { noItemToOpen, wordsOfStop } from './tour-words'
import { closeItem, useItemOpen } from './use-item-open'
import { useOnScreen } from './use-on-screen'

export function Tour({ onEnd }: {
  /** Puts the focus back where the tour can be had again. */
  readonly onEnd: () => void
}) {
  const stop = useAppStore(selectTourStop)
  return stop && <TourAt stop={stop} onEnd={onEnd} />
}

function TourAt({ stop, onEnd }: { readonly stop: TourStop; readonly onEnd: () => void }) {
  const words = wordsOfStop[stop]
  const endTour = useAppStore((state) => state.endTour)
  const openTab = useAppStore((state) => state.openTab)
  const canOpen = useItemOpen(stop, words.inItem)
  const place = useOnScreen(words.place)
  // A modal dialog lies above everything else and shuts it off: over one, the card is part of it.
  const dialog = useOnScreen('dialog[open]')

  const end = useCallback(() => {
    endTour()
    closeItem()
    onEnd()
  }, [endTour, onEnd])

  useEffect(() => {
    // Heard before anybody else: Escape ends the tour and not, say, the item that the tour opened.
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return
      event.preventDefault()
      event.stopPropagation()
      end()
    }
    document.addEventListener('keydown', hear, { capture: true })
    return () => document.removeEventListener('keydown', hear, { capture: true })
  }, [end])

  return createPortal(
    <TourCard
      key={stop}
      stop={stop}
      place={place}
      note={words.inItem && !canOpen && !dialog ? noItemToOpen : null}
      onSkip={end}
      onFinish={() => {
        openTab('Alerts')
        end()
      }}
    />,
    dialog ?? document.body,
  )
}
