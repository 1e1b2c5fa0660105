/** Which shelves to check: what it adds up to, what to look at, and the list. */
import { useState } from 'react'
import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { FindingsPanel } from '../findings/findings-panel'
import { HistoryDrawer } from '../history/history-drawer'
import { PrintControl } from '../print/print-control'
import { AlertFilters } from './alert-filters'
import { AlertSummary } from './alert-summary'
import { AlertsTable } from './alerts-table'
import { PartlyScored } from './partly-scored'
import styles from './alerts-screen.module.css'

export function AlertsScreen() {
  const [openRow, setOpenRow] = useState<number | null>(null)
  const downloadFraction = useAppStore((state) => state.downloadFraction)
  const downloadPredictions = useAppStore((state) => state.downloadPredictions)
  const allScored = useAppStore((state) => state.phase.phase === 'ready')
  return (
    <div className={styles['screen']}>
      <PartlyScored />
      <div className={styles['top']}>
        <AlertSummary />
        <div className={styles['actions']}>
          <PrintControl />
          <Button onClick={() => void downloadPredictions()} disabled={!allScored || downloadFraction !== null}>
            {downloadFraction === null ? 'Download predictions' : `Writing … ${Math.round(downloadFraction * 100)} %`}
          </Button>
        </div>
      </div>
      <FindingsPanel />
      <AlertFilters />
      <AlertsTable onOpen={setOpenRow} />
      {openRow !== null && <HistoryDrawer key={openRow} row={openRow} onClose={() => setOpenRow(null)} />}
    </div>
  )
}
