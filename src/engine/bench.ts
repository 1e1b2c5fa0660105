/** The bench and the rows that it measures by, from each source: made when they are first asked for, and let go when what they were made from changes. */
import type { AlertSource } from '../domain/alerts/alert-source'
import { checkedLabels, extractRows } from '../domain/bench/extract-rows'
import type { MeasuredRows, RowsSource } from '../domain/bench/measured-rows'
import type { ShelfCheck } from '../domain/bench/shelf-check'
import { study, type StudyAnswer, type StudyName, type StudyQuestion } from '../domain/bench/studies'
import { buildThresholdCurve, type ThresholdCurve } from '../domain/metrics/threshold-curve'
import { knownLabels } from '../domain/table/known-labels'
import { EngineStopped } from './engine'
import { noExtract } from './engine-faults'

export class Bench {
  readonly #worlds: () => MeasuredRows | null
  #source: AlertSource | null = null
  #checks: readonly ShelfCheck[] = []
  readonly #made = new Map<RowsSource, MeasuredRows | null>()

  /** @param worlds makes the rows of the test worlds; null: there are none */
  constructor(worlds: () => MeasuredRows | null) {
    this.#worlds = worlds
  }

  /** Another extract is open, or none: its rows go, and so do the checks that were told of the former one. */
  openExtract(source: AlertSource | null): void {
    this.#source = source
    this.#checks = []
    this.scoresChanged()
  }

  /** Rows carry scores: those of the extract are made anew when they are next asked for. */
  scoresChanged(): void {
    this.#made.delete('extract')
    this.#made.delete('findings')
  }

  /** What the store found, in place of what was told before. */
  tellChecks(checks: readonly ShelfCheck[]): void {
    this.#opened()
    this.#checks = checks
    this.#made.delete('findings')
  }

  /**
   * Null where the source has no row whose truth is known.
   * @throws EngineStopped where the source needs an extract and none is open
   */
  rows(source: RowsSource): MeasuredRows | null {
    const known = this.#made.get(source)
    if (known !== undefined) return known
    const made = this.#make(source)
    this.#made.set(source, made)
    return made
  }

  /** What a study says of the rows of one source; null where it has none. */
  study<Name extends StudyName>(source: RowsSource, name: Name, question: StudyQuestion<Name>): StudyAnswer<Name> | null {
    const rows = this.rows(source)
    return rows && study(name, rows, question)
  }

  /** Null where the source has no rows or the model no scores. */
  curve(source: RowsSource, model: string): ThresholdCurve | null {
    const rows = this.rows(source)
    const scores = rows?.scores.get(model)
    return rows && scores ? buildThresholdCurve(scores, rows.labels) : null
  }

  #make(source: RowsSource): MeasuredRows | null {
    if (source === 'test-worlds') return this.#worlds()
    const from = this.#opened()
    const labels = source === 'extract' ? knownLabels(from.table).labels : checkedLabels(from.table, this.#checks)
    return extractRows(from, labels, source)
  }

  #opened(): AlertSource {
    if (!this.#source) throw new EngineStopped(noExtract)
    return this.#source
  }
}
