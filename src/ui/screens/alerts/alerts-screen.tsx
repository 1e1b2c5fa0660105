/** Which shelves to check: all in one row of figures, today's list, what is held back, and the table of all alerts. */
import { useDeferredValue, useRef, useState } from 'react'
import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { FindingsPanel } from '../findings/findings-panel'
import { HistoryDrawer } from '../history/history-drawer'
import { AlertActions } from '../print/alert-actions'
import { ListActions } from '../print/list-actions'
import { AlertFilters } from './alert-filters'
import { AlertSummary } from './alert-summary'
import { AlertsTable } from './alerts-table'
import { GhostList } from './ghost-list'
import { HeldBack } from './held-back'
import { OverviewInParts, OverviewRow } from './overview-row'
import { PartlyScored } from './partly-scored'
import { UnscoredNote } from './unscored-note'
import { TodayList } from './today-list'
import styles from './alerts-screen.module.css'

export function AlertsScreen() {
  const [openRow, setOpenRow] = useState<number | null>(null)
  const all = useRef<HTMLHeadingElement>(null)
  const downloadFraction = useAppStore((state) => state.downloadFraction)
  const downloadPredictions = useAppStore((state) => state.downloadPredictions)
  const allScored = useAppStore((state) => state.phase.phase === 'ready')
  // What stands below the fold is made in a task of its own, or the two together hold the page up.
  const withRest = useDeferredValue(true, false)
  return (
    <div className={styles['screen']}>
      <PartlyScored />
      <UnscoredNote />
      <OverviewRow />
      <TodayList onOpen={setOpenRow} onAll={() => all.current?.focus()} />
      <div className={styles['actions']}>
        <ListActions />
        <Button onClick={() => void downloadPredictions()} disabled={!allScored || downloadFraction !== null}>
          {downloadFraction === null ? 'Download predictions' : `Writing … ${Math.round(downloadFraction * 100)} %`}
        </Button>
        <p className={styles['what']}>Print, download and copy take today&rsquo;s list. All alerts can be downloaded and copied where they stand; the predictions are every row of the file.</p>
      </div>
      {withRest && (
        <>
          <HeldBack onOpen={setOpenRow} />
          <GhostList onOpen={setOpenRow} />
          <OverviewInParts />
          <FindingsPanel />
          <section aria-labelledby="all-alerts" className={styles['all']}>
            <h2 id="all-alerts" ref={all} tabIndex={-1} className={styles['title']}>
              All alerts
            </h2>
            <AlertSummary />
            <AlertFilters />
            <AlertActions />
            <AlertsTable onOpen={setOpenRow} />
          </section>
        </>
      )}
      {openRow !== null && <HistoryDrawer key={openRow} row={openRow} onClose={() => setOpenRow(null)} />}
    </div>
  )
}
