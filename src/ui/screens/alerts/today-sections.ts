/** Today's lists as the table draws them: store by store, in the order in which the user wants to walk. */
import type { Place } from '../../../domain/alerts/today/place'
import type { StakeUnit } from '../../../domain/alerts/today/stake'
import type { StoreList } from '../../../domain/alerts/today/todays-list'
import { walkingGroups, type WalkingGroup } from '../../../domain/alerts/today/walking-order'
import type { TodayOrder } from '../../../store/today-state'

export interface TodaySection {
  /** null where the extract has one store alone. */
  readonly store: string | null
  readonly unit: StakeUnit
  readonly groups: readonly WalkingGroup[]
}

export interface TodaySections {
  readonly sections: readonly TodaySection[]
  /** Rows of the table that are drawn. */
  readonly rows: readonly number[]
  /** Items beyond `most`, which are not drawn. */
  readonly left: number
}

/**
 * Whole stores until `most` items are drawn. The first store with items always is among them, cut
 * off at `most` where its list alone is longer, the items at the end of the walk left out.
 *
 * @param placed which parts of a place the extract knows
 */
export function todaySections(lists: readonly StoreList[], most: number, order: TodayOrder, placed: Readonly<Record<keyof Place, boolean>>): TodaySections {
  const named = lists.length > 1
  const sections: TodaySection[] = []
  const rows: number[] = []
  let left = 0
  for (const { store, unit, items } of lists) {
    if (items.length === 0) continue
    if (rows.length > 0 && rows.length + items.length > most) {
      left += items.length
      continue
    }
    const nowhere = { department: null, aisle: null, category: null }
    const walk = cutOff(order === 'walking' ? walkingGroups(items, placed) : [{ ...nowhere, items }], most)
    // Under the heading of a store its places stand in the rows: two headings an item would be too many.
    const groups = named ? [{ ...nowhere, items: walk.flatMap((group) => group.items) }] : walk
    sections.push({ store: named ? store : null, unit, groups })
    const drawn = walk.flatMap((group) => group.items)
    left += items.length - drawn.length
    rows.push(...drawn.map(({ row }) => row))
  }
  return { sections, rows, left }
}

/** The first `most` items of groups; groups with none of them are left out. */
function cutOff(groups: readonly WalkingGroup[], most: number): readonly WalkingGroup[] {
  let room = most
  return groups.flatMap((group) => {
    const items = group.items.slice(0, room)
    room -= items.length
    return items.length > 0 ? [{ ...group, items }] : []
  })
}
