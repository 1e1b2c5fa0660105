/** What thresholds are measured by, and the studies that are made of it. */
import type { RowsSource } from '../domain/bench/measured-rows'
import type { StudyAnswer, StudyName, StudyQuestion } from '../domain/bench/studies'
import type { RuleCurve } from '../domain/rules/rule-curve'
import type { OpenedExtract } from '../engine/engine'
import type { CurvesByModel } from './app-state'

export interface BenchState {
  /** The source that the user chose; null: the best that there is. See `selectCurveSource`. */
  readonly benchSource: RowsSource | null
  /** Curves over the rows that the store checked, of the extract that was open then; null: none is scored yet. */
  readonly found: { readonly opened: OpenedExtract; readonly curves: CurvesByModel } | null
}

export interface BenchActions {
  readonly chooseBenchSource: (source: RowsSource | null) => void
  /** What a study says of the rows of a source; null where it has none. Rejects where there is no answer; the store has said why by then. */
  readonly study: <Name extends StudyName>(source: RowsSource, name: Name, question: StudyQuestion<Name>) => Promise<StudyAnswer<Name> | null>
  /** What the rules that programmes use find on the rows of a source; null where it has none. Rejects as `study` does. */
  readonly ruleCurves: (source: RowsSource) => Promise<readonly RuleCurve[] | null>
}

export const noBench: BenchState = { benchSource: null, found: null }
