/** What is asked of one row: "what if it had been so?" */
import type { EpochDay } from '../table/extract-table'

/** What is to be otherwise on the row's day; what is left out stays as it is. */
export interface Scenario {
  /** Recorded on-hand at close of the day, units, > 0. */
  readonly onHand?: number
  /** Days since the last sale, a whole number; 0: it sold on the day itself. */
  readonly daysSinceSale?: number
  /** The file's forecast of the day, units, >= 0; all its forecasts change in proportion. */
  readonly forecast?: number
}

export type ScenarioField = keyof Scenario

/** One thing that was changed in the item's own columns so that the row is as asked and its days still belong together. */
export type SeriesChange =
  /** A sale that was not there. */
  | { readonly kind: 'sale-added'; readonly day: EpochDay; readonly units: number }
  /** The last sale is that of `day` (of `units`); what sold between it and `to`, both left out and in, did not. */
  | { readonly kind: 'sales-removed'; readonly day: EpochDay; readonly units: number; readonly to: EpochDay; readonly removed: number }
  | RecordMove
  | { readonly kind: 'forecast'; readonly factor: number }

/** The record is `by` units higher (lower where negative) from one day to another. */
export interface RecordMove {
  readonly kind: 'record'
  readonly from: EpochDay
  readonly to: EpochDay
  readonly by: number
  /** Begins with the first day of the item. */
  readonly fromStart: boolean
  /** The delivery of the first day takes the difference up; null where the file tells none that day. */
  readonly delivery: { readonly was: number; readonly is: number } | null
  /** Units, above 0, that are gone from the record without sale or delivery, because no delivery was large enough; 0 usually. */
  readonly unexplained: number
}

export type ScenarioFaultCode =
  | 'no-stock'
  | 'on-hand-not-above-zero'
  | 'too-large'
  | 'not-whole-days'
  | 'before-first-day'
  | 'store-closed'
  | 'no-stock-then'
  | 'no-forecast'
  | 'forecast-zero'
  | 'negative-forecast'

/** Why a scenario cannot be played through. */
export interface ScenarioFault {
  readonly code: ScenarioFaultCode
  readonly field: ScenarioField
  readonly sentence: string
  readonly advice: string
}
