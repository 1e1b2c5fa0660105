/** The only place where engine, store and screens meet. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserEngine } from './engine/browser-engine'
import { createAppStore } from './store/create-app-store'
import { createFindingsDatabase } from './store/findings-database'
import { createMappingKeeper } from './store/mapping-keeper'
import { createSettingsKeeper } from './store/settings-keeper'
import { isSettingHash } from './store/take-away/share-link'
import { AppStoreProvider } from './ui/app-store-context'
import { preloadScreens } from './ui/lazy-screens'
import { App } from './ui/shell/app'
import { keepOfflineCopy } from './ui/shell/offline-copy'
import { saveFile } from './ui/widgets/save-file'
import { ErrorBoundary } from './ui/widgets/error-boundary'
import './ui/theme.css'

async function fetchDemo(): Promise<Blob> {
  const answer = await fetch(new URL('samples/demo-extract.csv', document.baseURI))
  // A static host may answer a missing file with its start page.
  if (!answer.ok || answer.headers.get('content-type')?.includes('text/html')) throw new Error('the demo extract is missing where this app is served')
  return answer.blob()
}

/** Fetched with the rest: it can be asked for after a file was taken, when no request may be made any more. */
const demo = fetchDemo()

/** The hash of a link of ours, taken off the address: a reload would bring its setting back over what was set since. */
function takeLink(): string | null {
  const { hash } = location
  if (!isSettingHash(hash)) return null
  history.replaceState(null, '', location.pathname + location.search)
  return hash
}

const store = createAppStore(createBrowserEngine(), {
  async prepare() {
    // An app without its demo is usable: who asks for it hears what is wrong.
    await Promise.all([preloadScreens(), keepOfflineCopy(), demo.catch(() => undefined)])
  },
  fetchDemo: () => demo,
  saveFile,
  takeLink,
  findingsKeeper: createFindingsDatabase(),
  settingsKeeper: createSettingsKeeper(() => localStorage),
  mappingKeeper: createMappingKeeper(() => localStorage),
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <AppStoreProvider store={store}>
      <ErrorBoundary screen="The page">
        <App />
      </ErrorBoundary>
    </AppStoreProvider>
  </StrictMode>,
)

void store.getState().openFindings()
void store.getState().start()

// A link that is opened in a tab where the app stands already.
window.addEventListener('hashchange', () => {
  // While models load it waits on the address for `start`.
  if (store.getState().phase.phase === 'loading-models') return
  const link = takeLink()
  if (link !== null) store.getState().openLink(link)
})
