/** Findings in the browser's database (IndexedDB); tabs tell each other through a BroadcastChannel. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Outcome } from '../domain/csv/problems'
import type { FindingEntry } from '../domain/findings/finding'
import { replaces } from '../domain/findings/merge-entries'
import { readEntry } from '../domain/findings/read-entry'
import { keepingFault, type FindingsKeeper, type KeeperNews, type KeepingFault } from './findings-keeper'

const databaseName = 'phantom-inventory'
/** Raised with a change of what is kept; see src/domain/findings/CHANGELOG.md. */
const databaseVersion = 1

interface Database extends DBSchema {
  readonly findings: { readonly key: [string, string, string, number]; readonly value: FindingEntry }
}

const kept: Outcome<null, KeepingFault> = { ok: true, value: null }

export function createFindingsDatabase(): FindingsKeeper {
  let opening: Promise<IDBPDatabase<Database>> | null = null
  let channel: BroadcastChannel | null = null
  let hears: ((news: KeeperNews) => void) | null = null

  function open(): Promise<IDBPDatabase<Database>> {
    const forget = () => (opening = null)
    opening ??= openDB<Database>(databaseName, databaseVersion, {
      upgrade: (database) => void database.createObjectStore('findings', { keyPath: ['set', 'store', 'sku', 'day'] }),
      // A newer version of this page wants to change the database: let it, and open it anew when it is needed.
      blocking: (_current, _wanted, event) => {
        if (event.target instanceof IDBDatabase) event.target.close()
        forget()
      },
      terminated: forget,
    })
    opening.catch(forget)
    return opening
  }

  /** The work's outcome; once more where the connection was found dead. */
  async function attempt<Value>(work: (database: IDBPDatabase<Database>) => Promise<Value>): Promise<Outcome<Value, KeepingFault>> {
    for (let again = true; ; again = false) {
      try {
        return { ok: true, value: await work(await open()) }
      } catch (error) {
        if (again && nameOf(error) === 'InvalidStateError') {
          opening = null
          continue
        }
        return { ok: false, fault: faultOf(error) }
      }
    }
  }

  function tell(news: KeeperNews): void {
    try {
      channel ??= new BroadcastChannel(databaseName)
      channel.postMessage(news)
    } catch {
      // Without the channel other tabs see it when they are looked at again.
    }
  }

  const load: FindingsKeeper['load'] = async () => {
    const outcome = await attempt((database) => database.getAll('findings'))
    if (!outcome.ok) return { entries: [], fault: outcome.fault }
    const entries = outcome.value.flatMap((value) => readEntry(value) ?? [])
    return { entries, fault: entries.length < outcome.value.length ? keepingFault('other-version') : null }
  }

  return {
    load,

    async keep(entries) {
      const outcome = await attempt(async (database) => {
        // "strict": on disk when it answers, so that a power cut takes nothing back.
        const work = database.transaction('findings', 'readwrite', { durability: 'strict' })
        const puts = entries.map(async (entry) => {
          const standing = await work.store.get([entry.set, entry.store, entry.sku, entry.day])
          if (replaces(entry, standing)) await work.store.put(entry)
        })
        await settled(work, puts)
        return null
      })
      if (outcome.ok) tell({ kind: 'entries', entries })
      return outcome.ok ? kept : outcome
    },

    async erase(set, upTo) {
      const outcome = await attempt(async (database) => {
        const work = database.transaction('findings', 'readwrite', { durability: 'strict' })
        const entries = await work.store.getAll(IDBKeyRange.bound([set], [set, []]))
        const removals = entries
          .filter(({ enteredAt }) => enteredAt <= upTo)
          .map((entry) => work.store.delete([entry.set, entry.store, entry.sku, entry.day]))
        await settled(work, removals)
        return null
      })
      if (outcome.ok) tell({ kind: 'erased', set, upTo })
      return outcome.ok ? kept : outcome
    },

    listen(hear) {
      hears = hear
      try {
        channel ??= new BroadcastChannel(databaseName)
        channel.onmessage = ({ data }: MessageEvent<unknown>) => {
          const news = readNews(data)
          if (news) hears?.(news)
        }
      } catch {
        // As above.
      }
      // A tab that slept may have missed what others said.
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState !== 'visible') return
        void load().then(({ entries }) => hears?.({ kind: 'entries', entries }))
      })
    },
  }
}

/** Waits for the whole of a transaction; of several errors the transaction's own says why. */
async function settled(work: { readonly done: Promise<void>; readonly error: DOMException | null }, parts: readonly Promise<unknown>[]): Promise<void> {
  try {
    await Promise.all([...parts, work.done])
  } catch (error) {
    throw work.error ?? error
  }
}

const nameOf = (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : '')

function faultOf(error: unknown): KeepingFault {
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return keepingFault('disk-full')
    case 'VersionError':
      return keepingFault('other-version')
    default:
      return keepingFault('cannot-keep')
  }
}

/** News from a tab of another version may be anything. */
function readNews(data: unknown): KeeperNews | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'entries' && 'entries' in data && Array.isArray(data.entries)) {
    return { kind: 'entries', entries: data.entries.flatMap((entry: unknown) => readEntry(entry) ?? []) }
  }
  if (data.kind === 'erased' && 'set' in data && 'upTo' in data && typeof data.upTo === 'number' && (data.set === 'own' || data.set === 'demo')) {
    return { kind: 'erased', set: data.set, upTo: data.upTo }
  }
  return null
}
