import { useSyncExternalStore } from 'react'

/** The browser's usual size of type, in pixels, that charts are drawn for. */
const usual = 16

/** How much larger type is than usual, 1 and up: charts place their texts in pixels and must make room for them. */
export function useTypeScale(): number {
  return useSyncExternalStore(subscribe, scaleNow)
}

function scaleNow(): number {
  return Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / usual)
}

/** Large type is an attribute of the root, and its size follows the window. */
function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-type'] })
  window.addEventListener('resize', changed)
  return () => {
    observer.disconnect()
    window.removeEventListener('resize', changed)
  }
}
