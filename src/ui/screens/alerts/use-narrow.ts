import { useSyncExternalStore } from 'react'

/** Below this width rows are cards. Held by alerts-table.module.css too. */
const query = '(max-width: 45rem)'

function subscribe(changed: () => void): () => void {
  const list = matchMedia(query)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** Is the window as narrow as a phone? */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches)
}
