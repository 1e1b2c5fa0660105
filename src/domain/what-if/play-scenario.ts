/** A row as if it had been otherwise: its own columns changed so that they still belong together. */
import type { ExtractTable, RowIndex } from '../table/extract-table'
import { moveLastSale } from './move-last-sale'
import { moveRecord } from './move-record'
import type { Scenario, ScenarioFault, ScenarioFaultCode, ScenarioField, SeriesChange } from './scenario'

export type Played =
  /** `table` is the one that was given, changed. */
  | { readonly ok: true; readonly table: ExtractTable; readonly changes: readonly SeriesChange[] }
  | { readonly ok: false; readonly fault: ScenarioFault }

/** More is a typing error. */
const mostUnits = 1_000_000

/**
 * Changes the days of a table of one series, in place, so that its last day is as the scenario has
 * it: first the last sale, then the record, then the forecast. What the scenario leaves out, and what
 * it asks for that is so already, changes nothing.
 *
 * @param table one series up to the judged day (`oneSeries`), free to be changed
 * @param closed whether the store was closed on the day of a row of `table`
 */
export function playScenario(table: ExtractTable, scenario: Scenario, closed: (row: RowIndex) => boolean): Played {
  const fault = faultOf(table, scenario)
  if (fault) return { ok: false, fault }
  const { onHand, daysSinceSale, forecast } = scenario
  const last = table.rowCount - 1
  const changes: SeriesChange[] = []
  if (daysSinceSale !== undefined) {
    const moved = moveLastSale(table, daysSinceSale, closed)
    if (!moved.ok) return moved
    changes.push(...moved.changes)
  }
  if (onHand !== undefined) {
    const move = moveRecord(table, last, onHand)
    if (move) changes.push(move)
  }
  if (forecast !== undefined) {
    const now = table.optional.forecastUnits?.[last] ?? NaN
    if (forecast !== now) {
      const factor = forecast / now
      for (const column of [table.optional.forecastUnits, table.optional.leadTimeForecastUnits]) column?.forEach((units, row) => (column[row] = units * factor))
      changes.push({ kind: 'forecast', factor })
    }
  }
  return { ok: true, table, changes }
}

/** The first thing that the scenario cannot ask of this row. */
function faultOf(table: ExtractTable, { onHand, daysSinceSale, forecast }: Scenario): ScenarioFault | null {
  const last = table.rowCount - 1
  const fault = (field: ScenarioField, code: ScenarioFaultCode, sentence: string, advice: string) => ({ code, field, sentence, advice })
  if (!(table.onHand[last]! > 0)) return fault('onHand', 'no-stock', 'The record claims no stock that day, so no model judges it.', 'Open a day on which it shows some.')
  if (onHand !== undefined) {
    if (!(onHand > 0)) return fault('onHand', 'on-hand-not-above-zero', 'With nothing on record nothing can be missing: such a row is not judged.', 'Give more than 0.')
    if (onHand > mostUnits) return tooLarge('onHand')
  }
  if (daysSinceSale !== undefined) {
    if (!Number.isInteger(daysSinceSale) || daysSinceSale < 0) return fault('daysSinceSale', 'not-whole-days', 'Days are counted whole, from 0: it sold on the day itself.', 'Give a whole number.')
    if (daysSinceSale > last) {
      return fault('daysSinceSale', 'before-first-day', `The extract begins ${last} days before this day: what was earlier is not known.`, `Give at most ${last}.`)
    }
  }
  if (forecast !== undefined) {
    const now = table.optional.forecastUnits?.[last] ?? NaN
    if (Number.isNaN(now)) return fault('forecast', 'no-forecast', 'The file has no forecast for this day; ours follows from what sold.', 'Change the last sale instead.')
    if (!(forecast >= 0)) return fault('forecast', 'negative-forecast', 'A forecast cannot be below 0.', 'Give 0 or more.')
    if (forecast > mostUnits) return tooLarge('forecast')
    if (now === 0 && forecast !== 0) return fault('forecast', 'forecast-zero', 'The forecast of the day is 0, and no multiple of it is anything else.', 'Open a day with a forecast.')
  }
  return null
}

function tooLarge(field: ScenarioField): ScenarioFault {
  return { code: 'too-large', field, sentence: 'So many units do not fit into a shop.', advice: 'Give a smaller number.' }
}
