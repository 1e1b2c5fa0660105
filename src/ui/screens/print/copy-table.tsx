/** Puts a list on the clipboard, and says whether it is there. */
import { useState } from 'react'
import { tableHtml, tableTabs } from '../../../domain/csv/cell-table'
import type { ListChoice } from '../../../store/list-slice'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { copyBoth } from './copy-both'
import styles from './list-actions.module.css'

interface CopyTableProps {
  readonly choice: ListChoice
  readonly label: string
  readonly disabled: boolean
}

export function CopyTable({ choice, label, disabled }: CopyTableProps) {
  const listTable = useAppStore((state) => state.listTable)
  const [message, setMessage] = useState('')

  async function copy(): Promise<void> {
    setMessage('Copying …')
    // The clipboard is asked at once, while the browser still knows that somebody pressed a button; the rows may come later.
    const table = listTable(choice)
    const copied = await copyBoth(table.then((made) => ({ text: tableTabs(made), html: tableHtml(made) })))
    const count = await table.then(({ rows }) => rows.length, () => null)
    // Without rows the store has said why.
    if (count === null) setMessage('')
    else setMessage(copied ? `${countOf(count, 'row')} copied: paste them into a spreadsheet or a mail.` : 'The browser does not allow copying here: download the list instead.')
  }

  return (
    <>
      <Button disabled={disabled} onClick={() => void copy()}>
        {label}
      </Button>
      <span role="status" className={styles['message']}>
        {message}
      </span>
    </>
  )
}
