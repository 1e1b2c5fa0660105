/** The bench and the rows that it measures by, from each source: made when they are first asked for, and let go when what they were made from changes. */
import type { AlertSource } from '../domain/alerts/alert-source'
import { checkedLabels, extractRows } from '../domain/bench/extract-rows'
import { judgedRows } from '../domain/bench/judged-rows'
import type { MeasuredRows, RowsSource } from '../domain/bench/measured-rows'
import type { ShelfCheck } from '../domain/bench/shelf-check'
import { study, type StudyAnswer, type StudyName, type StudyQuestion } from '../domain/bench/studies'
import type { FeatureContext } from '../domain/features/context'
import { reachableCurve } from '../domain/metrics/reachable-curve'
import { buildThresholdCurve, type ThresholdCurve } from '../domain/metrics/threshold-curve'
import type { RuleCurve } from '../domain/rules/rule-curve'
import { ruleCurves } from '../domain/rules/rule-curves'
import type { SegmentThresholds } from '../domain/segments/segment-thresholds'
import { knownLabels } from '../domain/table/known-labels'
import { bundledRows, type BundledWorlds } from './bundled-worlds'
import { EngineStopped } from './engine'
import { noExtract } from './engine-faults'
import { breathe } from './jobs'

/** The extract that is open, as far as the bench needs it. */
interface BenchExtract {
  readonly source: AlertSource
  readonly context: FeatureContext
}

/** Series between which other questions have their turn while rules are computed: some 5 ms of work. */
const seriesAtATime = 16

export class Bench {
  readonly #worlds: BundledWorlds | null
  #extract: BenchExtract | null = null
  #checks: readonly ShelfCheck[] = []
  readonly #made = new Map<RowsSource, MeasuredRows | null>()

  /** @param worlds null: the test worlds are not here */
  constructor(worlds: BundledWorlds | null) {
    this.#worlds = worlds
  }

  /** Another extract is open, or none: its rows go, and so do the checks that were told of the former one. */
  openExtract(extract: BenchExtract | null): void {
    this.#extract = extract
    this.#checks = []
    this.scoresChanged()
  }

  /** Rows carry scores: those of the extract are made anew when they are next asked for. */
  scoresChanged(): void {
    this.#made.delete('extract')
    this.#made.delete('findings')
  }

  /**
   * What the store found, in place of what was told before.
   * @throws EngineStopped where nothing is open
   */
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

  /** Null where the source has no rows or the model no scores. With `segments` of the common threshold alone: see `judgedRows`. */
  curve(source: RowsSource, model: string, segments: SegmentThresholds | null = null): ThresholdCurve | null {
    const given = this.rows(source)
    const rows = given && judgedRows(given, model, segments)
    const scores = rows?.scores.get(model)
    return rows && scores ? reachableCurve(buildThresholdCurve(scores, rows.labels)) : null
  }

  /** What the rules of common programmes find on the rows of a source; null where it has none. Those of an extract are computed anew at each call. */
  async ruleCurves(source: RowsSource): Promise<readonly RuleCurve[] | null> {
    if (source === 'test-worlds') return this.#worlds?.rules ?? null
    const labels = this.#labels(source)
    if (labels.every((label) => label === -1)) return null
    let series = 0
    return ruleCurves(this.#opened().context, labels, () => (++series % seriesAtATime === 0 ? breathe() : undefined))
  }

  #make(source: RowsSource): MeasuredRows | null {
    if (source === 'test-worlds') return this.#worlds && bundledRows(this.#worlds)
    return extractRows(this.#opened().source, this.#labels(source), source)
  }

  #labels(source: Exclude<RowsSource, 'test-worlds'>): Int8Array {
    const { table } = this.#opened().context
    return source === 'extract' ? knownLabels(table).labels : checkedLabels(table, this.#checks)
  }

  #opened(): BenchExtract {
    if (!this.#extract) throw new EngineStopped(noExtract)
    return this.#extract
  }
}
