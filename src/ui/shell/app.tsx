/** The frame: header, what is under way, and the screen of the phase. */
import { useCallback, useEffect, useRef } from 'react'
import type { Phase } from '../../store/app-state'
import { useAppStore } from '../app-store-context'
import { FailedScreen } from '../screens/start/failed-screen'
import { MappingScreen } from '../screens/mapping/mapping-screen'
import { StartScreen } from '../screens/start/start-screen'
import { Tour } from '../tour/tour'
import { TourOffer } from '../tour/tour-offer'
import { ErrorBoundary } from '../widgets/error-boundary'
import { DropTarget } from './drop-target'
import { ExtractTabs } from './extract-tabs'
import { FilePickerProvider } from './file-picker'
import { Header } from './header'
import { Notices } from './notices'
import { UpdateOffer } from './update-offer'
import { WorkProgress } from './work-progress'
import styles from './app.module.css'

/** Phases that share a screen: changing between them moves nothing. */
const screenOf: Readonly<Record<Phase['phase'], string>> = {
  'loading-models': 'start',
  empty: 'start',
  proposing: 'start',
  reading: 'start',
  mapping: 'mapping',
  scoring: 'extract',
  ready: 'extract',
  failed: 'failed',
}

export function App() {
  const main = useRef<HTMLElement>(null)
  const tourButton = useRef<HTMLButtonElement>(null)
  const toTourButton = useCallback(() => tourButton.current?.focus(), [])
  const screen = useAppStore((state) => screenOf[state.phase.phase])
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    // A new screen begins at its top, for eyes and for screen readers.
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [screen])
  return (
    <FilePickerProvider>
      <a href="#main" className={styles['skip']}>
        Skip to content
      </a>
      <Header tourButton={tourButton} />
      <UpdateOffer />
      <Notices />
      <WorkProgress />
      <TourOffer onEnd={toTourButton} />
      <main ref={main} id="main" className={styles['main']} tabIndex={-1}>
        <PhaseScreen />
      </main>
      <DropTarget />
      <Tour onEnd={toTourButton} />
    </FilePickerProvider>
  )
}

function PhaseScreen() {
  const phase = useAppStore((state) => state.phase.phase)
  switch (phase) {
    case 'loading-models':
    case 'empty':
    case 'proposing':
    case 'reading':
      return (
        <ErrorBoundary screen="The start screen">
          <StartScreen />
        </ErrorBoundary>
      )
    case 'mapping':
      return (
        <ErrorBoundary screen="The column mapping">
          <MappingScreen />
        </ErrorBoundary>
      )
    case 'scoring':
    case 'ready':
      return <ExtractTabs />
    case 'failed':
      return (
        <ErrorBoundary screen="The reason of the failure">
          <FailedScreen />
        </ErrorBoundary>
      )
  }
}
