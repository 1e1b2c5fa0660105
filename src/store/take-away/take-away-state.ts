/** What was brought back in, or accepted: said once, and undone as long as it is said. */
import type { SegmentThresholds } from '../../domain/segments/segment-thresholds'
import type { AppState } from '../app-state'
import type { FittedSetting, Setting } from './setting'
import type { TakeAwayFault } from './take-away-faults'

/** What a session, a link or a threshold replaced. */
export type BeforeTaken = Pick<AppState, keyof Setting | 'tab' | 'benchSection'>

type WhatFits = Omit<FittedSetting, 'setting'>

/** What came of it. Names of files are as the user chose them. */
export type TakenNews =
  | {
      readonly kind: 'session'
      readonly file: string
      readonly fits: WhatFits
      /** Of the mappings of the file: new or newer than what was kept; known already; refused by the browser. */
      readonly mappings: { readonly taken: number; readonly known: number; readonly unkept: number }
      readonly findings: { readonly taken: number; readonly known: number; readonly unread: number }
      readonly before: BeforeTaken
    }
  | { readonly kind: 'link'; readonly fits: WhatFits; readonly before: BeforeTaken }
  /** `segments`: thresholds by segment that came with it; null: it is one threshold for all. */
  | { readonly kind: 'threshold'; readonly file: string; readonly model: string; readonly threshold: number; readonly segments: SegmentThresholds | null; readonly before: BeforeTaken }
  /** Thresholds by segment that were accepted on the screen, or given up (null). */
  | { readonly kind: 'segments'; readonly model: string; readonly segments: SegmentThresholds | null; readonly before: Pick<AppState, 'segmentThresholds'> }
  | { readonly kind: 'refused'; readonly what: 'session' | 'link' | 'threshold'; readonly fault: TakeAwayFault }

export interface TakeAwayState {
  /** The last of it; null: nothing, or it was read and closed. */
  readonly taken: TakenNews | null
  /** A tab that a link asked for before an extract was open. */
  readonly linkedTab: AppState['tab'] | null
}

export interface TakeAwayActions {
  /** Writes `threshold.json` of the chosen model at its threshold in use. */
  readonly saveThreshold: () => void
  /** Sets the chosen model's threshold from such a file, or says why not. */
  readonly loadThreshold: (file: Blob, name: string) => Promise<void>
  /** Writes `phantom_session.json`. `withFindings` false: without what was found, which names stores and items. */
  readonly saveSession: (withFindings: boolean) => void
  /** Takes a session on: its setting replaces the one in hand, mappings and findings are merged, the later one of each standing. */
  readonly loadSession: (file: Blob, name: string) => Promise<void>
  /** Takes on the setting of a link; a hash that is no link of ours does nothing. Once the models are loaded. */
  readonly openLink: (hash: string) => void
  /** Puts the setting back as it was before the last session, link or threshold; findings and mappings stay. */
  readonly undoTaken: () => void
  readonly dismissTaken: () => void
}

export const nothingTaken: TakeAwayState = { taken: null, linkedTab: null }
