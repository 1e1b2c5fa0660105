import type { Place } from '../../../domain/alerts/today/place'

/** "Fresh, aisle 2": the heading over items that stand together; null where nothing is known of the place. */
export function placeHeading({ department, aisle, category }: Pick<Place, 'department' | 'aisle' | 'category'>): string | null {
  const parts = [department, aisle === null ? null : `aisle ${aisle}`, category].filter((part) => part !== null)
  if (parts.length === 0) return null
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** "Fresh, aisle 2, bin 02-013": where one item stands. Empty where nothing is known. */
export function placeInFull(place: Place): string {
  const heading = placeHeading({ ...place, category: null })
  return [heading, place.bin === null ? null : `bin ${place.bin}`].filter((part) => part !== null).join(', ')
}
