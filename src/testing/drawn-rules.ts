import { computeFeatureBlock } from '../domain/features/compute-block'
import { buildFeatureContext } from '../domain/features/context'
import { rules } from '../domain/rules/catalog'
import { scoreRules } from '../domain/rules/score-rules'
import type { ExtractTable } from '../domain/table/extract-table'
import { tableFromText } from './table-from-text'

/**
 * Scores of every rule over a table, by rule id and row (rows as the table sorts them: store, SKU, day).
 * @throws on an id that the catalogue does not hold.
 */
export function ruleScoresOf(drawing: string | ExtractTable): (id: string, row: number) => number {
  const table = typeof drawing === 'string' ? tableFromText(drawing) : drawing
  const scores = rules.map(() => new Float32Array(table.rowCount))
  scoreRules(table, computeFeatureBlock(buildFeatureContext(table), 0, table.seriesCount), scores, 0)
  return (id, row) => {
    const column = scores[rules.findIndex((rule) => rule.id === id)]
    if (!column) throw new Error(`No rule is called "${id}".`)
    return column[row]!
  }
}
