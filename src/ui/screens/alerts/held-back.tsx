/** The alerts that are not on today's list although they could be: counted, with the reason, each group to be put back. */
import { useMemo } from 'react'
import { holdReasons, type HoldReason } from '../../../domain/alerts/today/hold-reason'
import type { StoreList } from '../../../domain/alerts/today/todays-list'
import { selectShownLists } from '../../../store/today-selectors'
import { useAppStore } from '../../app-store-context'
import { countOf, formatCount } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { Fold } from './fold'
import { holdWords } from './hold-words'
import { ShortRows } from './short-rows'
import styles from './held-back.module.css'

export function HeldBack({ onOpen }: { readonly onOpen: (row: number) => void }) {
  const lists = useAppStore(selectShownLists)
  const countsTold = useAppStore((state) => state.today?.facts.countsTold ?? null)
  const { held, putBack } = useMemo(() => gather(lists), [lists])
  if (held.length === 0 && putBack.length === 0) return null
  const heldBack = held.reduce((sum, { rows }) => sum + rows.length, 0)
  return (
    <Fold title={`Held back: ${formatCount(heldBack)}`} note={held.map(({ reason, rows }) => `${holdWords[reason].title} ${formatCount(rows.length)}`).join(' · ')}>
      <p className={styles['intro']}>
        These reach the threshold, and a walk to the shelf would most likely be for nothing. Each group can be put back on the list.
        {countsTold === false && ' The extract has a figure of a count on most rows, so that none can be taken for a count: counts hold nothing back.'}
      </p>
      {held.map(({ reason, rows }) => (
        <Fold key={reason} inner title={holdWords[reason].title} note={countOf(rows.length, 'alert')}>
          <p className={styles['why']}>{holdWords[reason].why}</p>
          <PutBack reason={reason} putBack>
            Put back on the list
          </PutBack>
          <ShortRows rows={rows} onOpen={onOpen} />
        </Fold>
      ))}
      {putBack.length > 0 && (
        <ul className={styles['putBack']} aria-label="Put back">
          {putBack.map(({ reason, count }) => (
            <li key={reason}>
              <span>
                {holdWords[reason].title}: {countOf(count, 'alert')} put back
              </span>
              <PutBack reason={reason} putBack={false}>
                Hold back again
              </PutBack>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  )
}

interface Gathered {
  readonly held: readonly { readonly reason: HoldReason; readonly rows: readonly number[] }[]
  readonly putBack: readonly { readonly reason: HoldReason; readonly count: number }[]
}

/** The groups of the lists on screen as one, in order of precedence. */
function gather(lists: readonly StoreList[]): Gathered {
  const rowsOf = (reason: HoldReason) => lists.flatMap((list) => list.held.find((group) => group.reason === reason)?.rows ?? [])
  const backOf = (reason: HoldReason) => lists.flatMap((list) => list.putBack.filter((group) => group.reason === reason))
  return {
    held: holdReasons.map((reason) => ({ reason, rows: rowsOf(reason) })).filter(({ rows }) => rows.length > 0),
    putBack: holdReasons.filter((reason) => backOf(reason).length > 0).map((reason) => ({ reason, count: backOf(reason).reduce((sum, { count }) => sum + count, 0) })),
  }
}

function PutBack({ reason, putBack, children }: { readonly reason: HoldReason; readonly putBack: boolean; readonly children: string }) {
  const setPutBack = useAppStore((state) => state.setPutBack)
  return (
    <div>
      <Button aria-label={`${children}: ${holdWords[reason].title}`} onClick={() => setPutBack(reason, putBack)}>
        {children}
      </Button>
    </div>
  )
}
