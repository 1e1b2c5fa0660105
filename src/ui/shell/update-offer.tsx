import { useSyncExternalStore } from 'react'
import { useAppStore } from '../app-store-context'
import { Button } from '../widgets/button'
import { isUpdateWaiting, subscribeToUpdate, takeUpdate } from './offline-copy'
import styles from './update-offer.module.css'

/** Offers a newer version, and only while no file is open: never in the middle of work. */
export function UpdateOffer() {
  const updateWaits = useSyncExternalStore(subscribeToUpdate, isUpdateWaiting)
  const idle = useAppStore((state) => state.phase.phase === 'empty')
  if (!updateWaits || !idle) return null
  return (
    <div className={styles['offer']} role="status">
      <p>A newer version of this app is ready.</p>
      <Button onClick={takeUpdate}>Use it now</Button>
    </div>
  )
}
