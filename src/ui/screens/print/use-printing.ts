import { useEffect } from 'react'

/**
 * Prints the page once `ready`, with what stands under `[data-printing]` alone (theme.css), and calls
 * `done` when the user does something else: some browsers say that printing is over as soon as its window opens.
 */
export function usePrinting(ready: boolean, done: () => void): void {
  useEffect(() => {
    if (!ready) return
    const page = document.documentElement
    page.dataset['printing'] = 'count-list'
    window.print()
    window.addEventListener('pointerdown', done)
    window.addEventListener('keydown', done)
    return () => {
      delete page.dataset['printing']
      window.removeEventListener('pointerdown', done)
      window.removeEventListener('keydown', done)
    }
  }, [ready, done])
}
