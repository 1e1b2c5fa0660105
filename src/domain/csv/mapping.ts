/** Which column of the file feeds which field, how sure we are, and what we had to ask. */
import type { Dialect } from './dialect'
import type { FieldName } from './fields'

/** How dates are written; decided for the whole column, never by cell. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/**
 * What scoring needs to know to read the file: causes only, so that it can be saved,
 * shown, corrected and given on the command line.
 */
export interface Mapping {
  /** Field to 0-based column of the file. A column feeds one field at most. */
  readonly columns: Readonly<Partial<Record<FieldName, number>>>
  readonly dateOrder: DateOrder
  readonly decimal: '.' | ','
}

export interface FieldMatch {
  readonly field: FieldName
  readonly column: number
  /** 0 to 1. At or above `certainFrom` no question is asked. */
  readonly confidence: number
  /** A sentence for the screen: why this column. */
  readonly reason: string
}

/** Confidence from which a match needs no click. */
export const certainFrom = 0.8

/** Something that the file leaves open. Asked once, with our suggestion first. */
export interface Question {
  readonly id: 'date-order' | 'decimal' | FieldName
  /** Plain words, names the columns and shows values. */
  readonly text: string
  readonly options: readonly QuestionOption[]
}

export interface QuestionOption {
  readonly label: string
  /** What choosing it changes in the mapping. */
  readonly change: Partial<Pick<Mapping, 'dateOrder' | 'decimal'>> & { readonly columns?: Partial<Record<FieldName, number | null>> }
}

export interface MappingProposal {
  readonly dialect: Dialect
  /** Header texts exactly as in the file, one a column. */
  readonly headers: readonly string[]
  /** The first data records as text, for the import screen. */
  readonly preview: readonly (readonly string[])[]
  readonly mapping: Mapping
  readonly matches: readonly FieldMatch[]
  /** Empty where the mapping is certain: then no click is needed. */
  readonly questions: readonly Question[]
  /** Required fields that no column feeds. Not empty: the file cannot be scored as it is. */
  readonly missing: readonly FieldName[]
}
