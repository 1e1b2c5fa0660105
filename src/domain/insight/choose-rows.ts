/** Which rows of an extract a model is tried on. */
import { isAlert } from '../scoring/prediction-columns'
import { judgedScores } from '../segments/judged-scores'
import { tableCuts } from '../segments/table-cuts'
import { type ExtractTable, isCandidate } from '../table/extract-table'
import type { RowChoice } from './insight-question'

/**
 * Scores as the chosen rows are picked by them: where thresholds by segment decide which rows are alerts, as the
 * common threshold judges them.
 *
 * @param unitsPerDay to expect on a usual day, per row of the table
 */
export function scoresToChoose(table: ExtractTable, unitsPerDay: Float64Array, scores: Float32Array, choice: RowChoice): Float32Array {
  return choice.kind === 'alerts' && choice.segments ? judgedScores(scores, tableCuts({ table, unitsPerDay }, choice.segments)) : scores
}

/**
 * At most `most` of the candidates that the model has scored, evenly spread over the table, which
 * stands by store, item and day: the same question gives the same rows. Ascending.
 *
 * @param scores the model's, per row, see `scoresToChoose`; NaN is not scored
 */
export function chooseRows(table: ExtractTable, scores: Float32Array, choice: RowChoice, most: number): Int32Array {
  const wanted = (series: number, row: number) =>
    isCandidate(table, series, row) && (choice.kind === 'all' ? !Number.isNaN(scores[row]!) : isAlert(scores[row]!, choice.threshold))
  let found = 0
  eachRow(table, (series, row) => {
    if (wanted(series, row)) found++
  })
  const chosen = new Int32Array(Math.min(most, found))
  let seen = 0
  let next = 0
  eachRow(table, (series, row) => {
    if (!wanted(series, row)) return
    if (next < chosen.length && seen === Math.floor(((next + 0.5) * found) / chosen.length)) chosen[next++] = row
    seen++
  })
  return chosen
}

function eachRow({ seriesCount, seriesStart }: ExtractTable, look: (series: number, row: number) => void): void {
  for (let series = 0; series < seriesCount; series++) for (let row = seriesStart[series]!; row < seriesStart[series + 1]!; row++) look(series, row)
}
