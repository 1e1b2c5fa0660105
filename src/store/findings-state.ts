/** Findings in the store: what was entered, what of it is kept, and what the user can do with it. */
import type { AlertRow } from '../domain/alerts/alert-row'
import type { FindingEntry, FindingOutcome, FindingPlace } from '../domain/findings/finding'
import type { EntriesByPlace } from '../domain/findings/merge-entries'
import type { FindingsFault, UnreadLine } from '../domain/findings/read-findings-csv'
import type { KeepingFault } from './findings-keeper'

/** The row that a finding is about. */
export type FindingSubject = Pick<AlertRow, 'store' | 'sku' | 'day' | 'itemName' | 'category' | 'department' | 'unitsPerDay' | 'onHand' | 'probabilities'>

/** One thing that was done in this tab and can be undone. */
export interface FindingStep {
  /** `placeKey` of the entry. */
  readonly key: string
  readonly part: 'outcome' | 'counted' | 'note'
  /** What stood there before; null: nothing, or a finding that had been taken back. */
  readonly before: FindingEntry | null
}

/** What came of a file of findings. */
export type FindingsImport =
  | {
      readonly ok: true
      readonly file: string
      /** Findings that were new, or newer than what stood. */
      readonly taken: number
      /** Findings of the file that changed nothing: the same, or a later entry, stands. */
      readonly known: number
      readonly unread: readonly UnreadLine[]
    }
  | { readonly ok: false; readonly file: string; readonly fault: FindingsFault }

export interface FindingsState {
  /** All entries that this tab knows, by `placeKey`. */
  readonly entries: EntriesByPlace
  /** Keys of entries that stand on this page only: being written, or not kept because of `trouble`. */
  readonly unkept: ReadonlySet<string>
  readonly trouble: KeepingFault | null
  /** Newest last. */
  readonly steps: readonly FindingStep[]
  readonly lastImport: FindingsImport | null
  /** One key an outcome; whoever speaks to the computer may want it off. */
  readonly numberKeys: boolean
}

export interface FindingsActions {
  /** Brings in what the browser has kept, and listens to other tabs from then on. Called once. */
  readonly openFindings: () => Promise<void>
  /** Enters or changes the outcome of a row; a count and a note that stand already stay. */
  readonly enterFinding: (subject: FindingSubject, outcome: FindingOutcome) => void
  /** Changes count or note of a finding that stands; nothing happens where none does. */
  readonly changeFinding: (place: FindingPlace, change: { readonly counted: number | null } | { readonly note: string }) => void
  /** Takes a finding back: the row is not checked. */
  readonly withdrawFinding: (place: FindingPlace) => void
  /** Undoes the last step of this tab at that place. */
  readonly undoFinding: (place: FindingPlace) => void
  /** Tries again to keep what is on this page only. */
  readonly keepFindings: () => Promise<void>
  /** Writes `phantom_findings.csv`: the findings of the set in hand. */
  readonly downloadFindings: () => void
  /** Takes findings from a file that `downloadFindings` wrote; the last entry of each place wins. */
  readonly importFindings: (file: Blob, name: string) => Promise<void>
  /** Works in entries from elsewhere; the last entry of each place stands. How many were new, or newer than what stood. */
  readonly mergeFindings: (entries: readonly FindingEntry[]) => number
  readonly dismissImport: () => void
  /** Erases the findings of the set in hand, here, in the browser and in other tabs. */
  readonly eraseFindings: () => Promise<void>
  readonly setNumberKeys: (on: boolean) => void
}

export const noFindings: FindingsState = { entries: new Map(), unkept: new Set(), trouble: null, steps: [], lastImport: null, numberKeys: true }
