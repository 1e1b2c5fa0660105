import { useEffect } from 'react'
import { useOnScreen } from './use-on-screen'
import { firstItemPlaces } from './tour-words'

/** The open history of an item. */
const history = 'dialog[data-tour="item"][open]'

export function closeItem(): void {
  document.querySelector<HTMLDialogElement>(history)?.close()
}

/**
 * Opens the first item as a person would, by pressing it, or closes the one that is open: once for each
 * `stop`, so that what the user does meanwhile stands.
 *
 * @returns false: there is no item to open
 */
export function useItemOpen(stop: string, wanted: boolean): boolean {
  const listed = useOnScreen(firstItemPlaces[0])
  const anyAlert = useOnScreen(firstItemPlaces[1])
  const canOpen = listed !== null || anyAlert !== null

  useEffect(() => {
    if (!wanted) {
      closeItem()
      return
    }
    if (!canOpen || document.querySelector(history)) return
    const first = document.querySelector<HTMLElement>(firstItemPlaces[0]) ?? document.querySelector<HTMLElement>(firstItemPlaces[1])
    first?.click()
  }, [stop, wanted, canOpen])

  return canOpen
}
