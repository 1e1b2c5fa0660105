import { useSyncExternalStore } from 'react'

/** `cards` on phones and upright tablets, `short` leaves out what the drawer shows too, `full` has every column. */
export type ListLayout = 'cards' | 'short' | 'full'

/** The first is held by alerts-table.module.css too. */
const queries = { cards: '(max-width: 62rem)', short: '(max-width: 76rem)' } as const

function subscribe(changed: () => void): () => void {
  const lists = Object.values(queries).map((query) => matchMedia(query))
  for (const list of lists) list.addEventListener('change', changed)
  return () => {
    for (const list of lists) list.removeEventListener('change', changed)
  }
}

function layoutNow(): ListLayout {
  if (matchMedia(queries.cards).matches) return 'cards'
  return matchMedia(queries.short).matches ? 'short' : 'full'
}

/** How the list is laid out in a window of this width. */
export function useListLayout(): ListLayout {
  return useSyncExternalStore(subscribe, layoutNow)
}
