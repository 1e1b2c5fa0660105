/** A browser that keeps findings, for tests: a disk that tabs share, which can be full, slow or blocked. */
import { placeKey, type FindingEntry } from '../domain/findings/finding'
import { mergeEntries, type EntriesByPlace } from '../domain/findings/merge-entries'
import { keepingFault, type FindingsKeeper, type KeeperNews, type KeepingFault } from '../store/findings-keeper'

export class FakeDisk {
  entries: EntriesByPlace = new Map()
  /** Every write ends so. */
  fault: KeepingFault['code'] | null = null
  /** Writes so far. */
  writes = 0
  /** Holds writes back until it settles. */
  held: Promise<void> = Promise.resolve()
  readonly #tabs = new Set<{ hear: ((news: KeeperNews) => void) | null }>()

  /** The keeper of one more tab. */
  tab(): FindingsKeeper {
    const own: { hear: ((news: KeeperNews) => void) | null } = { hear: null }
    this.#tabs.add(own)
    const write = async (work: () => void, news: KeeperNews) => {
      await this.held
      this.writes++
      if (this.fault) return { ok: false as const, fault: keepingFault(this.fault) }
      work()
      for (const other of this.#tabs) if (other !== own) other.hear?.(structuredClone(news))
      return { ok: true as const, value: null }
    }
    return {
      load: () => Promise.resolve({ entries: structuredClone([...this.entries.values()]), fault: null }),
      keep: (entries) => write(() => (this.entries = mergeEntries(this.entries, structuredClone(entries))), { kind: 'entries', entries }),
      erase: (set, upTo) =>
        write(() => (this.entries = byPlace([...this.entries.values()].filter((entry) => entry.set !== set || entry.enteredAt > upTo))), { kind: 'erased', set, upTo }),
      listen: (hear) => (own.hear = hear),
    }
  }
}

const byPlace = (entries: readonly FindingEntry[]): EntriesByPlace => new Map(entries.map((entry) => [placeKey(entry), entry]))
