/** Today's lists as the table draws them: store by store, in the order in which the user wants to walk. */
import { useMemo } from 'react'
import type { StakeUnit } from '../../../domain/alerts/today/stake'
import type { StoreList } from '../../../domain/alerts/today/todays-list'
import { walkingGroups, type WalkingGroup } from '../../../domain/alerts/today/walking-order'
import { useAppStore } from '../../app-store-context'

export interface TodaySection {
  /** null where the extract has one store alone. */
  readonly store: string | null
  readonly unit: StakeUnit
  readonly groups: readonly WalkingGroup[]
}

interface TodaySections {
  readonly sections: readonly TodaySection[]
  /** Rows of the table that are drawn. */
  readonly rows: readonly number[]
  /** Items beyond `most`, which are not drawn. */
  readonly left: number
}

const nothing = { department: false, aisle: false, bin: false, category: false }

/** Whole stores, until `most` items are drawn; the first store always is. */
export function useTodaySections(lists: readonly StoreList[], most: number): TodaySections {
  const placed = useAppStore((state) => state.today?.facts.placed ?? nothing)
  const order = useAppStore((state) => state.todayPlan.order)
  const named = lists.length > 1
  return useMemo(() => {
    const sections: TodaySection[] = []
    const rows: number[] = []
    let left = 0
    for (const { store, unit, items } of lists) {
      if (items.length === 0) continue
      if (rows.length > 0 && rows.length + items.length > most) {
        left += items.length
        continue
      }
      const walk = order === 'walking' ? walkingGroups(items, placed) : [{ department: null, aisle: null, category: null, items }]
      // Under the heading of a store its places stand in the rows: two headings an item would be too many.
      const groups = named ? [{ department: null, aisle: null, category: null, items: walk.flatMap((group) => group.items) }] : walk
      sections.push({ store: named ? store : null, unit, groups })
      rows.push(...items.map(({ row }) => row))
    }
    return { sections, rows, left }
  }, [lists, most, order, placed, named])
}
