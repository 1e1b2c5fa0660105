/**
 * The service worker: keeps every file of the app and answers with it, so that the app opens without a network.
 * Built on its own and served as `sw.js`, in which workbox writes the list of files.
 */
import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { keptOutside } from './kept-outside'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly PrecacheEntry[] }

addPlugins([{ fetchDidSucceed: ({ response }) => keptOutside(response) }])
precacheAndRoute([...self.__WB_MANIFEST])
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html')))

// A newer version takes over on the user's word alone: see offline-copy.ts.
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting()
})
