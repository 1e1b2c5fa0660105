/** Why a row was judged as it was: its facts, and the scores of all models shared out. */
import { attributionOf, combinedAttribution, type Attribution } from '../domain/explain/attribution'
import { gatherFacts } from '../domain/explain/gather-facts'
import type { RowExplanation } from '../domain/explain/row-explanation'
import { featureCount } from '../domain/features/catalog'
import { computeFeatureBlock } from '../domain/features/compute-block'
import type { FeatureContext } from '../domain/features/context'
import type { CombinedFormula } from '../domain/scoring/combined-score'
import type { RowIndex, SeriesIndex } from '../domain/table/extract-table'
import type { BlockScoring } from './block-scorer'
import type { RowCoalitions } from './explain-row'

/**
 * @param scorer whoever runs the models; null where there is none, and then the facts stand alone
 * @param combined the combination of the models that stands beside them; null for none
 */
export async function explainRow(
  context: FeatureContext,
  series: SeriesIndex,
  row: RowIndex,
  scorer: Pick<BlockScoring, 'explain'> | null,
  combined: CombinedFormula | null = null,
): Promise<RowExplanation> {
  const { table } = context
  if (!(row >= 0 && row < table.rowCount)) throw new RangeError(`Row ${row} is not in this extract of ${table.rowCount} rows.`)
  const days = row - table.seriesStart[series]! + 1
  const values = computeFeatureBlock(context, series, series + 1).values.slice(0, days * featureCount)
  const facts = gatherFacts(context, series, row, values.slice((days - 1) * featureCount))
  const attributions: Record<string, Attribution> = {}
  // The values travel to the scorer and are gone afterwards.
  const scores: RowCoalitions = scorer ? await scorer.explain({ values }) : new Map()
  for (const [model, given] of scores) attributions[model] = attributionOf(model, given)
  const together = combined && combinedAttribution(combined, scores)
  if (together) attributions[together.model] = together
  return { attributions, facts }
}
