/** Today's lists as they go on paper: the rows behind them, grouped as on the screen. */
import type { AlertRow } from '../../../domain/alerts/alert-row'
import { walkingGroups } from '../../../domain/alerts/today/walking-order'
import type { AppStoreState } from '../../../store/app-state'
import { listsToCheck, rowsInPortions } from '../../../store/list-slice'
import { placeHeading } from '../alerts/place-words'

export interface CountGroup {
  /** Where its items stand; null where nothing is known of it, or the list has one group. */
  readonly heading: string | null
  readonly rows: readonly AlertRow[]
}

export interface StoreCounts {
  readonly store: string
  /** Day of the record. */
  readonly day: number
  readonly count: number
  readonly groups: readonly CountGroup[]
}

/**
 * One entry a store with something to check. Groups follow the order that the list on screen has:
 * by place for walking, or one group by what is at stake. Nothing tells control rows apart.
 */
export async function gatherCountList(state: AppStoreState): Promise<readonly StoreCounts[]> {
  const lists = listsToCheck(state)
  const placed = state.today?.facts.placed
  const rows = await rowsInPortions(state, Uint32Array.from(lists.flatMap(({ items }) => items.map(({ row }) => row))))
  const rowOf = new Map(rows.map((row) => [row.row, row]))
  return lists.map(({ store, day, items }) => {
    const walking = state.todayPlan.order === 'walking' && placed !== undefined
    const groups = walking ? walkingGroups(items, placed) : [{ department: null, aisle: null, category: null, items }]
    return {
      store,
      day,
      count: items.length,
      groups: groups.map((group) => ({
        heading: placeHeading(group) ?? (groups.length > 1 ? 'Place not known' : null),
        rows: group.items.flatMap((item) => rowOf.get(item.row) ?? []),
      })),
    }
  })
}
