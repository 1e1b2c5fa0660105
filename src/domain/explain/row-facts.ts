/** What the extract itself says of a row, in figures that anybody can count again: the ground of the reasons. */
import type { EpochDay } from '../table/extract-table'

/** Units on a day. */
export interface DayUnits {
  readonly day: EpochDay
  readonly units: number
}

/**
 * Everything up to and including the row's day, nothing later. "Since" begins with the day after
 * the last sale, or with the first day of the series where it never sold.
 */
export interface RowFacts {
  readonly day: EpochDay
  readonly firstDay: EpochDay
  /** Recorded on-hand at close of the day, units. */
  readonly onHand: number
  readonly lastSale: DayUnits | null
  /** Days since: 0 where it sold on the day itself, all days of the series where it never sold. */
  readonly silentDays: number
  /** Of these, days of which no sales figure is known. */
  readonly unknownDays: number
  /** Units sold in the 28 days (fewer where the series is younger) that end with the last sale; null where it never sold. */
  readonly soldBefore: { readonly units: number; readonly days: number } | null
  /** Units expected since, by the rate that silence does not lower; >= 0. */
  readonly expectedSince: number
  /** Most days between two sales, those left out on which the record showed nothing; 0 where it sold fewer than twice. */
  readonly longestEarlierSilence: number
  /** The last 14 days (fewer where the series is younger): units sold and expected. */
  readonly lately: { readonly days: number; readonly sold: number; readonly expected: number }
  /** How long the record shows what it shows now. */
  readonly record: {
    /** First day of the unbroken run of this on-hand. */
    readonly since: EpochDay
    /** The run began with the series: it may be older. */
    readonly fromStart: boolean
    /** Days of the last 90 on which the record was below zero. */
    readonly negativeDays: number
  }
  /** As the extract tells them; null where it has no column of deliveries. */
  readonly deliveries: {
    readonly last: DayUnits | null
    /** Since the last sale. */
    readonly since: { readonly count: number; readonly units: number; readonly latest: DayUnits | null }
    /** Mean days from one to the next; NaN with fewer than 3. */
    readonly usualDaysBetween: number
  } | null
  readonly onOrder: number
  /** Stores beside this one that have a row of the item that day; null where there is none. */
  readonly otherStores: {
    readonly stores: number
    /** Since this store's last sale, at most 90 days: stores that sold it, and units. */
    readonly selling: number
    readonly sold: number
    readonly days: number
  } | null
  /** The other items of the store in the last 7 days: sold against expected, both with 1 added; NaN where unknown. */
  readonly restOfStore: number
  /** Since: days on which the whole store was closed. */
  readonly closedDays: number
  readonly category: string | null
  /** As `restOfStore`, of the category. */
  readonly restOfCategory: number
  readonly lastCorrection: DayUnits | null
  /** Units counted and the record at the close of that day. */
  readonly lastCount: (DayUnits & { readonly record: number }) | null
  /** Units that left the record in 90 days without sale or correction, >= 0. */
  readonly unexplainedLoss: number
  /** On promotion that day; the last day of the latest promotion before it. */
  readonly promotion: { readonly on: boolean; readonly ended: EpochDay | null }
  /** The latest change of the price. */
  readonly priceChange: { readonly day: EpochDay; readonly from: number; readonly to: number } | null
}
