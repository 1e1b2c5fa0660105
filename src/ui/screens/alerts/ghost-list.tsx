/** Items that sell with nothing on record: the record is wrong the other way. */
import { useMemo } from 'react'
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { ghostDays } from '../../../domain/alerts/today/ghost'
import { selectGhosts, selectShownLists } from '../../../store/today-selectors'
import { useAppStore } from '../../app-store-context'
import { formatCount, formatUnits } from '../../format/format-number'
import { Fold } from './fold'
import { ShortRows } from './short-rows'
import styles from './held-back.module.css'

export function GhostList({ onOpen }: { readonly onOpen: (row: number) => void }) {
  const ghosts = useAppStore(selectGhosts)
  const lists = useAppStore(selectShownLists)
  const { here, units } = useMemo(() => {
    const stores = new Set(lists.map(({ store }) => store))
    const own = ghosts.filter((ghost) => stores.has(ghost.store))
    return { here: own.map(({ row }) => row), units: new Map(own.map((ghost) => [ghost.row, ghost.units])) }
  }, [ghosts, lists])
  if (ghosts.length === 0) return null
  const elsewhere = ghosts.length - here.length
  const saying = ({ row, onHand }: AlertRow) => `record ${formatUnits(onHand)}, yet ${formatUnits(units.get(row) ?? NaN)} sold in ${ghostDays} days`
  return (
    <Fold title={`Sells with no stock on record: ${formatCount(here.length)}`} note={elsewhere > 0 ? `and ${formatCount(elsewhere)} in other stores` : ''}>
      <p className={styles['why']}>
        The record says that there is none, and it sells: the system orders too much, or nothing at all. Count the item and put the record right; look for a delivery that was not
        booked, or for another item that is scanned in its place.
      </p>
      {here.length === 0 ? <p>No such item in this store.</p> : <ShortRows rows={here} onOpen={onOpen} saying={saying} />}
    </Fold>
  )
}
