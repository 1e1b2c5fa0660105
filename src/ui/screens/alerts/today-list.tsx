/** What can be checked today, first on the screen: the promise in words, the plan, and the items in the order planned. */
import { useDeferredValue, useState } from 'react'
import type { StoreList } from '../../../domain/alerts/today/todays-list'
import { selectShownLists } from '../../../store/today-selectors'
import { useAppStore } from '../../app-store-context'
import { formatDay } from '../../format/format-day'
import { countOf } from '../../format/format-number'
import { Button } from '../../widgets/button'
import { listInWords, workInWords } from './hits-in-words'
import { NoWorkToday } from './no-work-today'
import { TodayPlan } from './today-plan'
import { TodayTable } from './today-table'
import { sumLists } from './sum-lists'
import { useAlertRows } from './use-alert-rows'
import { useTodaySections } from './use-today-sections'
import { LinkButton } from '../../widgets/link-button'
import styles from './today-list.module.css'

interface TodayListProps {
  readonly onOpen: (row: number) => void
  /** Goes to the table of all alerts. */
  readonly onAll: () => void
}

/** Items drawn at first, and more at each wish: the lists of twenty stores in one go would hold the page up. */
const itemsDrawn = 60
const noLists: readonly StoreList[] = []

export function TodayList({ onOpen, onAll }: TodayListProps) {
  const lists = useAppStore(selectShownLists)
  const [drawn, setDrawn] = useState(itemsDrawn)
  // The head stands at once; its many rows are made in tasks of their own.
  const { sections, rows, left } = useTodaySections(useDeferredValue(lists, noLists), drawn)
  const contents = useAlertRows(rows)
  const placeIs = usePlaceColumn(lists.length > 1)
  if (lists.length === 0) return null
  const sum = sumLists(lists)
  const [only] = lists.length === 1 ? lists : []
  const days = new Set(lists.map(({ day }) => day))
  return (
    <section aria-labelledby="today" data-tour="todays-list" className={styles['section']}>
      <header className={styles['head']}>
        <h2 id="today" className={styles['title']}>
          Today&rsquo;s list{only ? `, store ${only.store}` : `, ${countOf(lists.length, 'store')}`}
        </h2>
        <p className={styles['promise']}>
          <strong>{workInWords(sum.items, sum.done)}</strong>
          {days.size === 1 && ` on the record of ${formatDay(lists[0]!.day)}`}. <strong>{listInWords(sum)}</strong>
          {sum.controls > 0 && ` ${countOf(sum.controls, 'more item')} ${sum.controls === 1 ? 'is' : 'are'} drawn at random.`}
        </p>
      </header>
      <TodayPlan />
      {sum.items === 0 ? <NoWorkToday sum={sum} /> : <TodayTable sections={sections} contents={contents} placeIs={placeIs} withChance={sum.controls === 0} onOpen={onOpen} />}
      {left > 0 && (
        <div>
          <Button onClick={() => setDrawn(drawn + itemsDrawn)}>Show more of {countOf(sum.items, 'item')}</Button>
        </div>
      )}
      <p className={styles['foot']}>
        {sum.waiting > 0 && `${countOf(sum.waiting, 'more alert')} ${sum.waiting === 1 ? 'waits' : 'wait'} for another day, with less at stake. `}
        {sum.held > 0 && `${countOf(sum.held, 'alert')} ${sum.held === 1 ? 'is' : 'are'} held back, with reasons below. `}
        {sum.unpriced > 0 && `${countOf(sum.unpriced, 'item has', 'items have')} no price and ${sum.unpriced === 1 ? 'stands' : 'stand'} at the middle price of the others (~). `}
        <LinkButton onClick={onAll}>See all alerts</LinkButton>
      </p>
    </section>
  )
}

/** Under headings of stores a row says its whole place, else its bin; nothing where the heading says all. */
function usePlaceColumn(severalStores: boolean): 'bin' | 'in full' | 'in heading' {
  const placed = useAppStore((state) => state.today?.facts.placed ?? null)
  const byStake = useAppStore((state) => state.todayPlan.order === 'stake')
  if (!placed) return 'in heading'
  if (severalStores || byStake) return placed.department || placed.aisle || placed.bin ? 'in full' : 'in heading'
  return placed.bin ? 'bin' : 'in heading'
}
