/**
 * What went wrong in reading, as values. A bad cell or row is counted and listed and never
 * stops the file; a fault stops it, with a sentence that says what to do.
 */
import type { FieldName } from './fields'

export type ProblemCode =
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-flag'
  | 'missing-value'
  | 'too-few-cells'
  | 'too-many-cells'
  | 'restated-day'
  | 'total-row'
  | 'unclosed-quote'
  | 'outside-plausible-range'

export interface Problem {
  readonly code: ProblemCode
  /** 0-based ordinal of the file among those of the extract. */
  readonly file: number
  /** 1-based line of the file on which the record starts, as an editor shows it. */
  readonly line: number
  /** 0-based ordinal of the data record, counted on over all files. */
  readonly record: number
  /** Header of the column, as in the file; null where the whole row is meant. */
  readonly column: string | null
  readonly field: FieldName | null
  /** The text found, cut at 80 characters. */
  readonly found: string
  /** Plain words: what was expected. */
  readonly expected: string
  /** `row`: the record could not be used. `cell`: the value is taken as missing. */
  readonly effect: 'row' | 'cell'
}

/** How many problems are kept in full; all are counted. */
export const problemsKept = 10_000

export type FaultCode =
  | 'empty-file'
  | 'no-rows'
  | 'one-column'
  | 'not-text'
  | 'workbook'
  | 'archive'
  | 'pdf'
  | 'no-table'
  | 'wide-months'
  | 'no-dates'
  | 'no-stock'
  | 'no-sales'
  | 'no-items'
  | 'transaction-log'
  | 'one-day'
  | 'not-daily'
  | 'nothing-readable'
  | 'unreadable-file'
  | 'no-such-column'
  | 'no-header'

/** Why a file cannot be scored. `sentence` says what is the matter, `advice` what to export instead. */
export interface Fault {
  readonly code: FaultCode
  readonly sentence: string
  readonly advice: string
}

/** A value or the reason why there is none. */
export type Outcome<Value, Reason = Fault> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Reason }
