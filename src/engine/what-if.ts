/** A row as it would be scored, had its own columns been otherwise. */
import { computeFeatureBlock } from '../domain/features/compute-block'
import { changedSeries } from '../domain/features/changed-series'
import type { FeatureContext } from '../domain/features/context'
import { gatherFields } from '../domain/pipelines/gather-fields'
import { combineRow, type CombinedFormula } from '../domain/scoring/combined-score'
import { oneSeries } from '../domain/table/one-series'
import type { RowIndex, SeriesIndex } from '../domain/table/extract-table'
import { playScenario } from '../domain/what-if/play-scenario'
import type { Scenario, ScenarioFault } from '../domain/what-if/scenario'
import type { WhatIfAnswer } from '../domain/what-if/what-if-answer'
import type { BlockScoring } from './block-scorer'
import { fieldsOf, type ScoringModel } from './model-bytes'

/** Asked of one row. */
export interface WhatIfQuestion {
  readonly row: RowIndex
  readonly scenario: Scenario
}

export type WhatIfOutcome = { readonly ok: true; readonly value: WhatIfAnswer } | { readonly ok: false; readonly fault: ScenarioFault }

/**
 * Changes a copy of the series up to the row, computes its features anew and scores them. Later days
 * are left out: nothing that is computed for a day depends on them.
 *
 * @param scorer whoever runs the models; null where there is none
 * @param models those that score
 */
export async function whatIf(
  context: FeatureContext,
  series: SeriesIndex,
  { row, scenario }: WhatIfQuestion,
  scorer: Pick<BlockScoring, 'score'> | null,
  models: readonly ScoringModel[],
  combined: CombinedFormula | null = null,
): Promise<WhatIfOutcome> {
  const { table, store, storeDays } = context
  if (!(row >= 0 && row < table.rowCount)) throw new RangeError(`Row ${row} is not in this extract of ${table.rowCount} rows.`)
  const days = row - table.seriesStart[series]! + 1
  const firstSlot = store.slots.firstSlotOfSeries[series]!
  const played = playScenario(oneSeries(table, series, days), scenario, (day) => storeDays.closed[firstSlot + day] === 1)
  if (!played.ok) return played
  const changed = changedSeries(context, series, played.table)
  const { values } = computeFeatureBlock(changed, 0, 1)
  const rows = Int32Array.of(days - 1)
  const columns = gatherFields(changed.table, 0, rows, fieldsOf(models) ?? [])
  const task = { values, seriesStart: Int32Array.of(0, days), models: models.map(({ id }) => id), rows, columns, withSeries: true }
  // Models that read rows answer for the one row, those that read series for all days.
  const scores = scorer ? await scorer.score(task) : {}
  const probabilities: Record<string, number> = {}
  for (const [model, given] of Object.entries(scores)) probabilities[model] = given.at(-1) ?? NaN
  const parts = combined?.models.map((model) => Float32Array.of(probabilities[model] ?? NaN))
  if (combined && parts) probabilities[combined.id] = Math.fround(combineRow(combined, parts, 0))
  const { daysSinceSale, expectedSinceSale } = changed.demand
  const silent = daysSinceSale[days - 1]!
  return { ok: true, value: { probabilities, missedUnits: expectedSinceSale[days - 1]!, daysSinceSale: silent < 0 ? null : silent, changes: played.changes } }
}
