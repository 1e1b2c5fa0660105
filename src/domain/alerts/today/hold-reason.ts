/** Why an alert is held back from today's list, although its probability reaches the threshold. */

/** In order of precedence: an alert is counted under the first that holds. */
export const holdReasons = [
  /** Somebody looked and said what was found. */
  'checked-lately',
  /** The extract has a count of it. */
  'counted-lately',
  /** Fewer days of history than the models were measured on. */
  'new-item',
  /** The other stores stopped selling it too. */
  'stopped-elsewhere',
  /** Its forecast went to nothing while it still sold. */
  'forecast-gone',
  /** Its minimum display went to nothing. */
  'display-gone',
  /** It is low by the record, and nobody orders it any more. */
  'not-reordered',
  /** Its silence is mostly days on which the whole store sold next to nothing. */
  'closed-days',
  /** So little was to be expected since its last sale that the silence says nothing. */
  'slow-seller',
] as const

export type HoldReason = (typeof holdReasons)[number]

/** Reasons that follow from the extract alone; `checked-lately` follows from what people found. */
export type RuleReason = Exclude<HoldReason, 'checked-lately'>
