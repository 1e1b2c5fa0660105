/** One store-item over time, opened from its row: what is the matter and what to do in words, the pictures, and how the models came to it. */
import { Suspense, useEffect, useId, useRef, useState } from 'react'
import type { AlertRow, SeriesHistory } from '../../../domain/alerts/alert-row'
import { useAppStore } from '../../app-store-context'
import { HistoryCharts } from '../../lazy-screens'
import { Button } from '../../widgets/button'
import { ErrorBoundary } from '../../widgets/error-boundary'
import { FaultCard } from '../../widgets/fault-card'
import { RecordFinding } from '../findings/record-finding'
import { DrawerEvidence, DrawerReasons } from './drawer-explanation'
import { HistoryFacts } from './history-facts'
import { headlineOf } from './history-headline'
import { ModelOpinions } from './model-opinions'
import { useExplanation } from './use-explanation'
import { WhatIf } from './what-if'
import styles from './history-drawer.module.css'

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly alert: AlertRow; readonly history: SeriesHistory }
  | { readonly state: 'failed'; readonly sentence: string }

export function HistoryDrawer({ row, onClose }: { readonly row: number; readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  const rows = useAppStore((state) => state.rows)
  const historyOf = useAppStore((state) => state.history)
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  const explained = useExplanation(row)

  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal()
  }, [])

  useEffect(() => {
    let wanted = true
    Promise.all([rows(Uint32Array.of(row)), historyOf(row)]).then(
      ([[alert], history]) => {
        if (wanted && alert) setLoaded({ state: 'here', alert, history })
      },
      (error: unknown) => {
        if (wanted) setLoaded({ state: 'failed', sentence: error instanceof Error ? error.message : String(error) })
      },
    )
    return () => {
      wanted = false
    }
  }, [row, rows, historyOf])

  return (
    <dialog
      ref={dialog}
      className={styles['drawer']}
      aria-labelledby={title}
      data-tour="item"
      onClose={onClose}
      // A click beside the drawer lands on the dialog itself, not on what it holds.
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close()
      }}
    >
      <div className={styles['content']}>
        <div className={styles['head']}>
          <h2 id={title} className={styles['title']}>
            {loaded.state === 'here' ? (loaded.alert.itemName ?? `SKU ${loaded.alert.sku}`) : 'History'}
          </h2>
          <Button onClick={() => dialog.current?.close()}>Close</Button>
        </div>
        {loaded.state === 'loading' && <p>Fetching the history …</p>}
        {loaded.state === 'failed' && (
          <FaultCard title="The history could not be fetched" sentence={loaded.sentence} advice="Close this and open the row again. If it stays so, open the file again." />
        )}
        {loaded.state === 'here' && (
          <>
            <p className={styles['where']}>
              Store {loaded.alert.store} · SKU {loaded.alert.sku}
              {loaded.alert.category !== null && ` · ${loaded.alert.category}`}
            </p>
            <p className={styles['headline']}>{headlineOf(loaded.alert)}</p>
            <DrawerReasons explained={explained} alert={loaded.alert} />
            <RecordFinding subject={loaded.alert} />
            <HistoryFacts alert={loaded.alert} history={loaded.history} />
            <ErrorBoundary screen="The history">
              <Suspense fallback={<p>Drawing …</p>}>
                <HistoryCharts history={loaded.history} alert={loaded.alert} />
              </Suspense>
            </ErrorBoundary>
            <DrawerEvidence explained={explained} alert={loaded.alert} />
            <ModelOpinions alert={loaded.alert} />
            {loaded.alert.onHand > 0 && <WhatIf alert={loaded.alert} history={loaded.history} />}
          </>
        )}
      </div>
    </dialog>
  )
}
