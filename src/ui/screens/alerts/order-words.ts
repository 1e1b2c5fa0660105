import type { Place } from '../../../domain/alerts/today/place'

/**
 * What the order by place truly is with the columns that the extract has: a walk only where it knows
 * the aisles. Null where it knows nothing of the place, so that there is nothing to choose.
 */
export function orderByPlaceInWords({ department, aisle, bin, category }: Readonly<Record<keyof Place, boolean>>): string | null {
  if (aisle) return 'Walking order'
  if (department) return bin ? 'By department and bin' : 'By department'
  if (category) return 'By category'
  return bin ? 'By bin' : null
}
