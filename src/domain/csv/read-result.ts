/** What reading an extract gives beside its table: everything the Data quality screen tells. */
import type { ExtractTable, OptionalNumericColumn } from '../table/extract-table'
import type { FieldName } from './fields'
import type { Mapping } from './mapping'
import type { Problem, ProblemCode } from './problems'

/** One file of an extract, as it was read. */
export interface FileRead {
  readonly name: string
  readonly bytes: number
  /** Data records in it, good or bad, and the ordinal of its first one in the whole extract. */
  readonly records: number
  readonly firstRecord: number
  readonly headers: readonly string[]
  readonly mapping: Mapping
}

export interface ReadSummary {
  /** The files that were read, in the order in which they stand; most often one. */
  readonly files: readonly FileRead[]
  readonly bytes: number
  /** Data records in the file, good or bad. */
  readonly records: number
  readonly recordsUsed: number
  /** Records that could not be used, and cells taken as missing. */
  readonly badRows: number
  readonly badCells: number
  readonly problemCounts: Readonly<Partial<Record<ProblemCode, number>>>
  /** The first `problemsKept` problems, in file order. */
  readonly problems: readonly Problem[]
  readonly restatedDays: number
  readonly filledDays: number
  /** True where rows stand only on days with movement; the calendar was filled with zero sales. */
  readonly sparse: boolean
  readonly storeAssumed: boolean
  readonly firstDay: number
  readonly lastDay: number
  readonly stores: number
  readonly skus: number
  readonly storeItems: number
  /** Fields that no column feeds, in all files or in some, with what that costs in plain words. */
  readonly missingFields: readonly { readonly field: FieldName; readonly cost: string }[]
  /** Numeric columns that are absent from the table. */
  readonly absentColumns: readonly OptionalNumericColumn[]
  /** Plain sentences about choices that were made (own forecast used, one store assumed, ...). */
  readonly notes: readonly string[]
}

export interface ReadResult {
  readonly table: ExtractTable
  readonly summary: ReadSummary
  /** Why a record has no row, by 0-based record ordinal: a plain sentence for `phantom_issue`. */
  readonly recordIssues: ReadonlyMap<number, string>
}
