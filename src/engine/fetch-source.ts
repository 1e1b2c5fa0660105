import type { FileSource } from './load-models'

/**
 * Files below `base` on our own origin. A missing file is null, and so is a page of HTML: hosts
 * of single-page apps answer every unknown path with one.
 */
export function fetchSource(base: string): FileSource {
  return {
    async read(path) {
      try {
        const response = await fetch(new URL(path, base))
        if (!response.ok || response.headers.get('content-type')?.includes('text/html')) return null
        return new Uint8Array(await response.arrayBuffer())
      } catch {
        // Refused, cut off or offline: for the one who asks, the file is not there.
        return null
      }
    },
  }
}
