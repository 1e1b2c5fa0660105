import { useSyncExternalStore } from 'react'

/** `cards` on phones and upright tablets, `short` leaves out what the drawer shows too, `full` has every column. */
export type ListLayout = 'cards' | 'short' | 'full'

/** Held by alerts-table.module.css too. */
const cards = '(max-width: 62rem)'
/** Up to this width, in units of the type on screen: larger type leaves a list less room, and a media query knows nothing of it. */
const shortUpTo = 76

function subscribe(changed: () => void): () => void {
  const type = new MutationObserver(changed)
  type.observe(document.documentElement, { attributes: true, attributeFilter: ['data-type'] })
  window.addEventListener('resize', changed)
  return () => {
    type.disconnect()
    window.removeEventListener('resize', changed)
  }
}

function layoutNow(): ListLayout {
  if (matchMedia(cards).matches) return 'cards'
  return window.innerWidth <= shortUpTo * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) ? 'short' : 'full'
}

/** How the list is laid out in a window of this width, at this size of type. */
export function useListLayout(): ListLayout {
  return useSyncExternalStore(subscribe, layoutNow)
}
