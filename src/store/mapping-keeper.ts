/** Mappings that were settled once, kept in this browser by the headers of the file. */
import { headerFingerprint } from '../domain/csv/remembered-mapping'
import type { RememberedMapping } from '../domain/csv/remembered-mapping'
import { readMappingShelf } from './mapping-shelf'
import type { MappingShelf } from './mapping-shelf'

export interface MappingKeeper {
  /** Null: nothing is kept for these headers, or nothing can be read. */
  recall(headers: readonly string[]): RememberedMapping | null
  /** All that are kept, the latest settled first; none where nothing can be read. */
  all(): MappingShelf
  /** False where the browser did not keep it. */
  keep(remembered: RememberedMapping): boolean
  /** False where the browser did not let it go. */
  forget(headers: readonly string[]): boolean
  /** False where the browser did not let them go. */
  forgetAll(): boolean
}

const place = 'phantom-mappings'
/** The oldest go beyond: a person has a handful of exports, and the browser little room. */
const most = 50

/** @param storage the browser's; it may refuse each call, as private windows and full disks do */
export function createMappingKeeper(storage: () => Pick<Storage, 'getItem' | 'setItem'>): MappingKeeper {
  const read = (): MappingShelf => {
    try {
      return readMappingShelf(storage().getItem(place))
    } catch {
      return []
    }
  }
  const write = (shelf: MappingShelf): boolean => {
    try {
      storage().setItem(place, JSON.stringify({ version: 1, mappings: shelf }))
      return true
    } catch {
      return false
    }
  }
  const others = (headers: readonly string[]) => read().filter((one) => headerFingerprint(one.headers) !== headerFingerprint(headers))
  return {
    recall: (headers) => read().find((one) => headerFingerprint(one.headers) === headerFingerprint(headers)) ?? null,
    all: () => read().toSorted((a, b) => b.savedAt - a.savedAt),
    keep: (remembered) => write([remembered, ...others(remembered.headers)].slice(0, most)),
    forget: (headers) => write(others(headers)),
    forgetAll: () => write([]),
  }
}
