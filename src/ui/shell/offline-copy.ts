/**
 * Keeps a copy of the app in this browser for use without a network, and knows of newer versions.
 * The copy is complete before a file is taken, since no request may be made after that.
 */
let waiting: ServiceWorker | null = null
const listeners = new Set<() => void>()

/** Longest wait for the copy, so that a slow network does not lock the app: milliseconds. */
const longestWait = 120_000

/** Longest wait for the answer whether there is a newer version: a network that does not answer must not keep out who has the copy. */
const longestLook = 10_000

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Settles when the copy is complete, or cannot be made (no service workers here, no room): the app works without. */
export async function keepOfflineCopy(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  try {
    const registration = await navigator.serviceWorker.register(new URL('sw.js', document.baseURI))
    // On a later visit: look for a newer version now, rather than at a moment of the browser's choosing.
    if (registration.active) await Promise.race([registration.update().catch(() => undefined), later(longestLook)])
    if (registration.installing) await installed(registration.installing)
    if (registration.waiting && navigator.serviceWorker.controller) {
      waiting = registration.waiting
      for (const heard of listeners) heard()
    }
  } catch {
    // Private windows and full disks refuse: then there is no copy, and nothing else is lost.
  }
}

function installed(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestWait)
    const look = () => {
      if (worker.state === 'installing') return
      clearTimeout(timer)
      resolve()
    }
    worker.addEventListener('statechange', look)
    look()
  })
}

export function subscribeToUpdate(heard: () => void): () => void {
  listeners.add(heard)
  return () => listeners.delete(heard)
}

export function isUpdateWaiting(): boolean {
  return waiting !== null
}

/** Changes to the newer version: the page is loaded again. Only on the user's word. */
export function takeUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage({ type: 'SKIP_WAITING' })
}
