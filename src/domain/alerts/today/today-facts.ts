/**
 * What is known of every store-item at the close of its store's latest day, before any model speaks:
 * columns of one length, an entry a store-item with stock on record. Which of them are alerts, and
 * which are worth today's walk, follows from scores and a threshold without a further question.
 */
import type { EpochDay } from '../../table/extract-table'
import type { Place } from './place'
import type { RuleReason } from './hold-reason'

export interface TodayFacts {
  readonly stores: readonly string[]
  readonly skus: readonly string[]
  /** Per store: its latest day. */
  readonly dayOfStore: readonly EpochDay[]
  /** In walking order. */
  readonly places: readonly Place[]
  /** Which columns of a place the extract has at all. */
  readonly placed: { readonly [column in keyof Place]: boolean }
  /** Row of the table. */
  readonly rows: Uint32Array
  /** Index into `stores`, `skus`, `places`. */
  readonly store: Int32Array
  readonly sku: Int32Array
  readonly place: Int32Array
  /** Units to expect on a usual day, > 0. */
  readonly unitsPerDay: Float32Array
  /** Price of a unit, > 0; NaN where the row has none. null where no row has one. */
  readonly price: Float32Array | null
  /** 1 where the row is a candidate (`isCandidate`): only these are alerts and count in measures. */
  readonly candidate: Uint8Array
  /** What the file's own label column says of the row: 1 phantom, 0 not, -1 nothing. null where it says nothing of any of them. Never used to list. */
  readonly label: Int8Array | null
  /** Index into `ruleReasons` of the first rule that holds the item back; -1 where none does. */
  readonly hold: Int8Array
  /** See `countsAreTold`. */
  readonly countsTold: boolean | null
  /** Items that sell with nothing on record, most units first. */
  readonly ghosts: readonly GhostFact[]
}

export interface GhostFact {
  readonly row: number
  readonly store: string
  /** Units sold in the last days that the record did not have, > 0. */
  readonly units: number
}

/** The rules in order of precedence; `TodayFacts.hold` counts along this list. */
export const ruleReasons = [
  'counted-lately',
  'new-item',
  'stopped-elsewhere',
  'forecast-gone',
  'display-gone',
  'not-reordered',
  'closed-days',
  'slow-seller',
] as const satisfies readonly RuleReason[]
