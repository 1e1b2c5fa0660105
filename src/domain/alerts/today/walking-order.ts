/** Today's list in the order in which a person walks the store. */
import { comparePlaces, type Place } from './place'
import type { TodayItem } from './todays-list'

/** Items that stand together: one stop of the walk. */
export interface WalkingGroup {
  /** What the heading says: department and aisle, or the category where the extract has neither. */
  readonly department: string | null
  readonly aisle: string | null
  readonly category: string | null
  readonly items: readonly TodayItem[]
}

/**
 * Groups by department and aisle, in walking order; within one by bin. Without either column groups
 * are categories, and without these there is one group. Items of one place keep the order they came in.
 */
export function walkingGroups(items: readonly TodayItem[], placed: { readonly [column in keyof Place]: boolean }): readonly WalkingGroup[] {
  const byAisle = placed.department || placed.aisle
  const headOf = ({ place: { department, aisle, category } }: TodayItem) =>
    byAisle ? { department, aisle, category: null } : { department: null, aisle: null, category: placed.category ? category : null }
  const groups: { head: ReturnType<typeof headOf>; items: TodayItem[] }[] = []
  // Bins without an aisle do not part a category: what stands in the heading is ordered by first.
  const order = (a: TodayItem, b: TodayItem) => comparePlaces({ ...headOf(a), bin: null }, { ...headOf(b), bin: null }) || comparePlaces(a.place, b.place)
  for (const item of items.toSorted(order)) {
    const head = headOf(item)
    const last = groups.at(-1)
    if (last && last.head.department === head.department && last.head.aisle === head.aisle && last.head.category === head.category) last.items.push(item)
    else groups.push({ head, items: [item] })
  }
  return groups.map(({ head, items: together }) => ({ ...head, items: together }))
}
