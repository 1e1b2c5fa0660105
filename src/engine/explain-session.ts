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
import { explainPipelines } from './explain-pipelines'
import type { RowCoalitions } from './explain-row'
import type { ScoringModel } from './model-bytes'

/** What is explained with: whoever runs the models (null: nobody, and then the facts stand alone), what stands, and how it has scored. */
export interface ExplainGround {
  readonly scorer: Pick<BlockScoring, 'explain' | 'score'> | null
  readonly models: readonly ScoringModel[]
  /** The combination of the models that stands beside them; null for none. */
  readonly combined: CombinedFormula | null
  /** By model id, per row of the table. */
  readonly scores: ReadonlyMap<string, Float32Array>
}

export async function explainRow(
  context: FeatureContext,
  series: SeriesIndex,
  row: RowIndex,
  { scorer, models, combined, scores: standing }: ExplainGround,
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
  return { attributions, columns: scorer ? await explainPipelines(context, row, scorer, models, standing) : {}, facts }
}
