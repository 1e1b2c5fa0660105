/** What the user and the engine gave to today's list; the list itself follows from it: today-selectors.ts. */
import type { AlertDays } from '../domain/alerts/today/alert-days'
import type { HoldReason } from '../domain/alerts/today/hold-reason'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import type { TodayFacts } from '../domain/alerts/today/today-facts'
import type { OpenedExtract } from '../engine/engine'

export type TodayOrder = 'walking' | 'stake'

/** How the work of a day is planned; stays when another file is opened. */
export interface TodayPlan {
  /** Shelves that one store can check today, a whole number from 1 to `mostPerStore`. */
  readonly perStore: number
  /** Give a tenth of the places to items drawn at random. */
  readonly controls: boolean
  readonly order: TodayOrder
}

export const mostPerStore = 500
export const usualPlan: TodayPlan = { perStore: 20, controls: false, order: 'walking' }

/** Answers of the engine name the extract and the model that they were asked for. */
interface AnswerOf {
  readonly opened: OpenedExtract
  readonly model: string
}

export interface TodayState {
  /** null until the latest day is scored. `scores` runs along the entries of `facts`. */
  readonly today: (AnswerOf & { readonly facts: TodayFacts; readonly scores: Float32Array }) | null
  /** null until all days are scored and somebody asked. */
  readonly alertDays: (AnswerOf & { readonly segments: SegmentThresholds | null; readonly days: AlertDays }) | null
  readonly todayPlan: TodayPlan
  /** Reasons that hold nothing back, for the file in hand. */
  readonly putBack: readonly HoldReason[]
  /** Whose list is looked at; null: every store's. Stays for the next file, which may be of the same store. */
  readonly todayStore: string | null
}

export interface TodayActions {
  readonly setTodayPlan: (change: Partial<TodayPlan>) => void
  readonly setPutBack: (reason: HoldReason, putBack: boolean) => void
  readonly chooseTodayStore: (store: string | null) => void
  /** Asks for the alerts of every day under the model in use, where they are not here yet. */
  readonly loadAlertDays: () => Promise<void>
}

export const noToday: TodayState = { today: null, alertDays: null, todayPlan: usualPlan, putBack: [], todayStore: null }
