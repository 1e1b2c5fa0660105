/** Parts of rows by one respect, and what they are called. */

/** `store`, `category` and `department` as the file names them; the others are bands of what every row has. */
export const segmentRespects = ['store', 'category', 'department', 'velocity', 'weekday', 'history'] as const
export type SegmentRespect = (typeof segmentRespects)[number]

/**
 * Those that can have thresholds of their own on the alert list: what a store-item is, today as tomorrow.
 * The day of the week and the length of history belong to the day of the record and to the file: by them an
 * item would come and go from the list with the calendar, or because someone exported more days.
 */
export const ownableRespects = ['store', 'category', 'department', 'velocity'] as const satisfies readonly SegmentRespect[]
export type OwnableRespect = (typeof ownableRespects)[number]

export const isOwnable = (by: SegmentRespect): by is OwnableRespect => ownableRespects.some((one) => one === by)

/** What the rows of a segment have in common. */
export type SegmentLabel =
  /** '': rows without a name. */
  | { readonly kind: 'name'; readonly name: string }
  /** Units expected a day (velocity) or days seen (history) from `from` to below `below`; null: without end. */
  | { readonly kind: 'band'; readonly from: number; readonly below: number | null }
  /** 0 Monday to 6 Sunday. */
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Nothing is known of it. */
  | { readonly kind: 'unknown' }

/** Of a segment that can have a threshold of its own: rows without a name, or of which nothing is known, have nothing in common. */
export type OwnableLabel = Extract<SegmentLabel, { readonly kind: 'name' | 'band' }>

export const isOwnableLabel = (label: SegmentLabel): label is OwnableLabel => label.kind === 'band' || (label.kind === 'name' && label.name !== '')

/** The same text for the same segment of one respect, whatever object it is. */
export function labelKey(label: SegmentLabel): string {
  switch (label.kind) {
    case 'name':
      return `name ${label.name}`
    case 'band':
      return `band ${label.from} ${label.below ?? 'on'}`
    case 'weekday':
      return `weekday ${label.weekday}`
    case 'unknown':
      return 'unknown'
  }
}

/** Lower bounds of the bands; those of the training's report are the same. */
export const velocityFrom = [0, 0.1, 0.3, 1, 3] as const
export const historyFrom = [28, 60, 120, 240] as const

/** The bands, and last what is in none. */
export function bands(from: readonly number[]): readonly SegmentLabel[] {
  return [...from.map((lower, band) => ({ kind: 'band' as const, from: lower, below: from[band + 1] ?? null })), { kind: 'unknown' }]
}

/** Index into `bands`; a value in none of them, NaN too, gives the last. */
export function bandOf(from: readonly number[], value: number): number {
  // findLastIndex, written plainly: it is asked of every row of a table.
  for (let band = from.length - 1; band >= 0; band--) if (value >= from[band]!) return band
  return from.length
}
