/** The guided tour: its stops in their order, and where it stands. */
import type { ExtractFile, Tab } from './app-state'

/** From the day's work to how far it can be trusted. */
export const tourStops = ['todays-list', 'reasons', 'finding', 'threshold', 'results'] as const

export type TourStop = (typeof tourStops)[number]

/** The tab that shows a stop. */
export const tabOfStop: Readonly<Record<TourStop, Tab>> = {
  'todays-list': 'Alerts',
  reasons: 'Alerts',
  finding: 'Alerts',
  threshold: 'Thresholds',
  results: 'Models',
}

export interface TourState {
  /** Null: no tour is under way. It is a tour of one file and ends with it. */
  readonly tour: { readonly file: ExtractFile; readonly stop: TourStop } | null
  /** The tour was taken or declined in this browser, and is not offered again. */
  readonly tourSeen: boolean
}

export interface TourActions {
  /** Begins the tour at its first stop; where there is nothing to show it on, nothing happens. */
  readonly startTour: () => void
  /** Goes one stop on or back; at either end it stays. */
  readonly moveTour: (by: 1 | -1) => void
  /** Ends the tour where it stands, or declines the offer. */
  readonly endTour: () => void
}

export const noTour: TourState = { tour: null, tourSeen: false }
