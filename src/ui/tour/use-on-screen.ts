import { useCallback, useSyncExternalStore } from 'react'

/** What matches `selector` now, or null; follows the page as it changes. With several, the last one. */
export function useOnScreen(selector: string): HTMLElement | null {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => {
      const found = document.querySelectorAll<HTMLElement>(selector)
      return found[found.length - 1] ?? null
    }, [selector]),
  )
}

/** Dialogs open and close by an attribute, everything else by coming and going. */
function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] })
  return () => observer.disconnect()
}
