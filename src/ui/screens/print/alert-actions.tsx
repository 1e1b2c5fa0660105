/** The table of all alerts, as filtered and ordered, as a file and on the clipboard. */
import { selectAlertCount } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { CopyTable } from './copy-table'
import styles from './list-actions.module.css'

export function AlertActions() {
  const count = useAppStore(selectAlertCount)
  const downloadList = useAppStore((state) => state.downloadList)
  return (
    <div className={styles['actions']} role="group" aria-label="Alerts shown">
      <Button disabled={count === 0} onClick={() => void downloadList('alerts')}>
        Download these alerts
      </Button>
      <CopyTable choice="alerts" label="Copy these alerts" disabled={count === 0} />
    </div>
  )
}
