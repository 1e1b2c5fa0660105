/**
 * The service worker: keeps every file of the app and answers with it, so that the app opens without a network.
 * Built on its own and served as `sw.js`, in which workbox writes the list of files.
 */
/// <reference lib="webworker" />
import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly PrecacheEntry[] }

/**
 * What was fetched becomes a blob, which lies outside of this process. Workbox keeps a clone of every response, and
 * the clone of one that is still being read holds all its bytes: with the runtime's 14 MB and the test worlds' 9 MB
 * in it, the page's process was 100 MB larger on a first visit.
 */
const asBlob = {
  fetchDidSucceed: async ({ response }: { response: Response }) => {
    const { status, statusText, headers } = response
    return response.ok && !response.redirected ? new Response(await response.blob(), { status, statusText, headers }) : response
  },
}

addPlugins([asBlob])
precacheAndRoute([...self.__WB_MANIFEST])
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')))

// A newer version takes over on the user's word alone: see offline-copy.ts.
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
