/** Today's list on paper, as a file, and on the clipboard. */
import { useCallback, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import { selectShownLists } from '../../../store/today-selectors'
import { useAppStore, useAppStoreApi } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { CopyTable } from './copy-table'
import { CountList } from './count-list'
import { gatherCountList } from './gather-count-list'
import type { StoreCounts } from './gather-count-list'
import { usualPaper, type Paper } from './paper'
import { usePrinting } from './use-printing'
import styles from './list-actions.module.css'

export function ListActions() {
  const store = useAppStoreApi()
  const id = useId()
  const empty = useAppStore((state) => selectShownLists(state).every(({ items }) => items.length === 0))
  const downloadList = useAppStore((state) => state.downloadList)
  const [paper, setPaper] = useState<Paper>(() => usualPaper(navigator.language))
  const [sheets, setSheets] = useState<readonly StoreCounts[] | null>(null)
  usePrinting(
    sheets !== null,
    useCallback(() => setSheets(null), []),
  )

  return (
    <div className={styles['actions']} role="group" aria-label="Today’s list">
      <div className={styles['field']}>
        <label htmlFor={id} className={styles['label']}>
          Paper
        </label>
        <select id={id} className={styles['control']} value={paper} onChange={(event) => setPaper(event.target.value === 'letter' ? 'letter' : 'a4')}>
          <option value="a4">A4</option>
          <option value="letter">Letter</option>
        </select>
      </div>
      <Button
        look="primary"
        disabled={empty}
        // Where the rows cannot be had, the store says why.
        onClick={() => void gatherCountList(store.getState()).then(setSheets, () => undefined)}
      >
        Print count list
      </Button>
      <Button disabled={empty} onClick={() => void downloadList('today')}>
        Download list
      </Button>
      <CopyTable choice="today" label="Copy as a table" disabled={empty} />
      {sheets && createPortal(<CountList stores={sheets} paper={paper} />, document.body)}
    </div>
  )
}
