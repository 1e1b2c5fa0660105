/** Erases all findings in hand; asks once. */
import { useId, useRef } from 'react'
import { useAppStore } from '../../app-store-context'
import { countOf } from '../../format/format-number'
import { Button } from '../../widgets/button'
import styles from './findings-panel.module.css'

export function EraseFindings({ count }: { readonly count: number }) {
  const erase = useAppStore((state) => state.eraseFindings)
  const isDemo = useAppStore((state) => state.file?.isDemo ?? false)
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  return (
    <>
      <Button look="quiet" onClick={() => dialog.current?.showModal()}>
        Erase all …
      </Button>
      <dialog ref={dialog} className={styles['dialog']} aria-labelledby={title}>
        <h2 id={title} className={styles['title']}>
          Erase {countOf(count, 'finding')}{isDemo ? ' of the demo' : ''}?
        </h2>
        <p>They are removed from this browser, in all its tabs, and cannot be brought back without a file of them.</p>
        <div className={styles['actions']}>
          <Button autoFocus onClick={() => dialog.current?.close()}>
            Keep them
          </Button>
          <Button
            look="primary"
            onClick={() => {
              dialog.current?.close()
              void erase()
            }}
          >
            Erase
          </Button>
        </div>
      </dialog>
    </>
  )
}
