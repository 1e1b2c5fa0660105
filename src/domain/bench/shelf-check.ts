import type { EpochDay } from '../table/extract-table'

/** What a check of one shelf said of the record: one store-item on one day of the record, named as the file names them. */
export interface ShelfCheck {
  readonly store: string
  readonly sku: string
  readonly day: EpochDay
  readonly phantom: boolean
}
