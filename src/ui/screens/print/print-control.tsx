/** The button for the count list, how many shelves a store can count, and the list itself on paper. */
import { useEffect, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { selectAlertCount } from '../../../store/selectors'
import { Button } from '../../widgets/button'
import { DraftInput } from '../../widgets/draft-input'
import { CountList } from './count-list'
import { gatherCountList } from './gather-count-list'
import type { StoreCounts } from './gather-count-list'
import styles from './print-control.module.css'

const defaultPerStore = 20
const mostPerStore = 500

export function PrintControl() {
  const store = useAppStoreApi()
  // Over all days one shelf would stand on the list again and again.
  const oneDay = useAppStore((state) => state.view !== null && state.view.query.scope.kind !== 'all')
  const count = useAppStore(selectAlertCount)
  const id = useId()
  const [perStore, setPerStore] = useState(defaultPerStore)
  const [list, setList] = useState<readonly StoreCounts[] | null>(null)

  useEffect(() => {
    if (!list) return
    const page = document.documentElement
    page.dataset['printing'] = 'count-list'
    window.print()
    // Some browsers say that printing is over as soon as its window opens: so the list stays
    // until the user does something else, and printing the screen itself is that too.
    const done = () => setList(null)
    window.addEventListener('pointerdown', done)
    window.addEventListener('keydown', done)
    return () => {
      delete page.dataset['printing']
      window.removeEventListener('pointerdown', done)
      window.removeEventListener('keydown', done)
    }
  }, [list])

  return (
    <div className={styles['control']}>
      <label htmlFor={id} className={styles['label']}>
        Per store
      </label>
      <DraftInput
        id={id}
        type="number"
        className={styles['number']}
        min={1}
        max={mostPerStore}
        value={String(perStore)}
        onText={(text) => {
          const wanted = Number(text)
          if (Number.isInteger(wanted) && wanted >= 1) setPerStore(Math.min(mostPerStore, wanted))
        }}
      />
      <Button
        look="primary"
        disabled={!oneDay || count === 0}
        title={oneDay ? undefined : 'Choose one day to print its list'}
        // Where the rows cannot be had, the store says why.
        onClick={() => void gatherCountList(store.getState(), perStore).then(setList, () => undefined)}
      >
        Print count list
      </Button>
      {list && createPortal(<CountList stores={list} perStore={perStore} />, document.body)}
    </div>
  )
}
