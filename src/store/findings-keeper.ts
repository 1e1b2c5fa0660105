/** What the store needs of whatever keeps findings beyond this tab. */
import type { Outcome } from '../domain/csv/problems'
import type { FindingEntry, FindingSet } from '../domain/findings/finding'

/** Why findings are not kept. */
export interface KeepingFault {
  readonly code: 'disk-full' | 'cannot-keep' | 'other-version'
  readonly sentence: string
  readonly advice: string
}

const sentences: Readonly<Record<KeepingFault['code'], Omit<KeepingFault, 'code'>>> = {
  'disk-full': {
    sentence: 'The disk is full, or the room that the browser gives this page is.',
    advice: 'Download the findings now. Then free some room and press "Try again".',
  },
  'cannot-keep': {
    sentence: 'The browser does not let this page keep anything, as in some private windows.',
    advice: 'Download the findings before you close this page, or open it in an ordinary window.',
  },
  'other-version': {
    sentence: 'Some findings were kept by a newer version of this page, which is open elsewhere or was open before.',
    advice: 'Download the findings of this page, then reload it.',
  },
}

export function keepingFault(code: KeepingFault['code']): KeepingFault {
  return { code, ...sentences[code] }
}

/** What another tab did. */
export type KeeperNews =
  | { readonly kind: 'entries'; readonly entries: readonly FindingEntry[] }
  /** Entries of the set up to and including that time of entry are gone. */
  | { readonly kind: 'erased'; readonly set: FindingSet; readonly upTo: number }

/** Keeps entries; of two entries of one place the one that `replaces` the other, whoever wrote it. No call rejects. */
export interface FindingsKeeper {
  /** All entries that are kept and can be read, and why it is not all, or none. */
  load(): Promise<{ readonly entries: readonly FindingEntry[]; readonly fault: KeepingFault | null }>
  /** Keeps all of them or none; answers when they are safe from a crash of the tab. Other tabs hear of them. */
  keep(entries: readonly FindingEntry[]): Promise<Outcome<null, KeepingFault>>
  /** Erases the entries of a set up to and including that time of entry. Other tabs hear of it. */
  erase(set: FindingSet, upTo: number): Promise<Outcome<null, KeepingFault>>
  /** Calls `hear` with what other tabs do, from now on. */
  listen(hear: (news: KeeperNews) => void): void
}
