/**
 * The columns that `phantom_predictions.csv` adds to the input's own, one cell a data record:
 * `phantom_probability_<model>` for each model, `phantom_alert`, `phantom_issue`.
 */
import { judgedScore } from '../segments/judged-scores'
import { isCandidate, isScored, type ExtractTable } from '../table/extract-table'
import { latestRows } from './latest-rows'

export interface ModelScores {
  readonly id: string
  /** Per row of the table; NaN is not scored. */
  readonly scores: Float32Array
}

export interface PredictionOptions {
  readonly models: readonly ModelScores[]
  /** Ids of the models that get a column, in that order; all of `models` where it is left out. */
  readonly write?: readonly string[]
  /**
   * The model and the threshold that decide `phantom_alert`; `cuts`, one a row of the table, are the thresholds that
   * segments have of their own (`tableCuts`).
   */
  readonly alertBy: { readonly model: string; readonly threshold: number; readonly cuts?: Float32Array }
  /** `latest`: rows that are not their store-item's latest day get empty scores and alert. */
  readonly rows: 'latest' | 'all'
}

export interface PredictionColumns {
  readonly headers: readonly string[]
  /** The added cells of the 0-based data record, in the order of `headers`. */
  cells(record: number): string[]
}

/**
 * At or above the threshold is an alert; a row that is not scored (NaN) never is. Scores are
 * float32, so the threshold is cut at its float32 too.
 */
export function isAlert(probability: number, threshold: number): boolean {
  return probability >= Math.fround(threshold)
}

/**
 * Six decimals at most, a decimal point whatever the input uses: the same text wherever it is
 * written. `phantom_alert` is decided on the score itself, not on this text.
 */
function probabilityCell(probability: number): string {
  return Number.isNaN(probability) ? '' : String(Math.round(probability * 1e6) / 1e6)
}

/**
 * Prepares the added columns. A record that has no row (unreadable, restated later) has empty
 * scores, an empty alert and its reason; a row whose record claims no stock (on-hand <= 0) has
 * empty scores and alert 0; a row with less than 28 days of history is scored and has alert 0.
 *
 * @param records data records in the file
 * @param recordIssues reasons by 0-based record, as the reader gives them
 */
export function predictionColumns(
  table: ExtractTable,
  records: number,
  recordIssues: ReadonlyMap<number, string>,
  options: PredictionOptions,
): PredictionColumns {
  const { alertBy, write } = options
  const models = write ? write.flatMap((id) => options.models.find((model) => model.id === id) ?? []) : options.models
  const decider = options.models.find((model) => model.id === alertBy.model)
  const rowOfRecord = new Int32Array(records).fill(-1)
  for (let row = 0; row < table.rowCount; row++) {
    const record = table.record[row]!
    if (record >= 0) rowOfRecord[record] = row
  }
  const candidate = new Uint8Array(table.rowCount)
  for (let series = 0; series < table.seriesCount; series++) {
    for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
      if (isCandidate(table, series, row)) candidate[row] = 1
    }
  }
  let asked: Uint8Array | null = null
  if (options.rows === 'latest') {
    asked = new Uint8Array(table.rowCount)
    for (const row of latestRows(table)) asked[row] = 1
  }
  const empty = models.map(() => '')

  return {
    headers: [...models.map((model) => `phantom_probability_${model.id}`), 'phantom_alert', 'phantom_issue'],
    cells(record) {
      const row = rowOfRecord[record] ?? -1
      const issue = recordIssues.get(record) ?? ''
      if (row < 0 || Number.isNaN(table.onHand[row]!)) return [...empty, '', issue]
      if (asked && !asked[row]) return [...empty, '', issue]
      const scored = isScored(table, row)
      const probabilities = models.map((model) => (scored ? probabilityCell(model.scores[row]!) : ''))
      const alert = decider !== undefined && candidate[row] === 1 && isAlert(judgedScore(decider.scores[row]!, alertBy.cuts?.[row] ?? NaN), alertBy.threshold)
      return [...probabilities, alert ? '1' : '0', issue]
    },
  }
}
