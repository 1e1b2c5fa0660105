import { useMemo } from 'react'
import type { StoreList } from '../../../domain/alerts/today/todays-list'
import { useAppStore } from '../../app-store-context'
import { todaySections, type TodaySections } from './today-sections'

const nothing = { department: false, aisle: false, bin: false, category: false }

/** `todaySections` of these lists, in the order that the user planned. */
export function useTodaySections(lists: readonly StoreList[], most: number): TodaySections {
  const placed = useAppStore((state) => state.today?.facts.placed ?? nothing)
  const order = useAppStore((state) => state.todayPlan.order)
  return useMemo(() => todaySections(lists, most, order, placed), [lists, most, order, placed])
}
