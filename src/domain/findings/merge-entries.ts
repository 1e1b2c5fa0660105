import { isFinding, placeKey, type FindingEntry } from './finding'

export type EntriesByPlace = ReadonlyMap<string, FindingEntry>

/**
 * Does `entry` take the place of `standing`? The last entry of a store-item-day wins. Two entries of
 * one millisecond are settled by their text, so that all tabs settle on the same one.
 */
export function replaces(entry: FindingEntry, standing: FindingEntry | undefined): boolean {
  if (!standing || entry.enteredAt !== standing.enteredAt) return !standing || entry.enteredAt > standing.enteredAt
  return spelling(entry) > spelling(standing)
}

function spelling(entry: FindingEntry): string {
  if (!isFinding(entry)) return ''
  const { outcome, itemName, onHand, counted, note, promise } = entry
  return JSON.stringify([outcome, itemName, onHand, counted, note, promise?.model, promise?.probability, promise?.alerted])
}

/**
 * `standing` with `entries` worked in; the order in which they come makes no difference. The same
 * map where nothing changes, so that nothing that follows from it is computed again.
 */
export function mergeEntries(standing: EntriesByPlace, entries: readonly FindingEntry[]): EntriesByPlace {
  let merged: Map<string, FindingEntry> | null = null
  for (const entry of entries) {
    const key = placeKey(entry)
    if (!replaces(entry, (merged ?? standing).get(key))) continue
    merged ??= new Map(standing)
    merged.set(key, entry)
  }
  return merged ?? standing
}
