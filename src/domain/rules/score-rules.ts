import type { FeatureBlock } from '../features/feature-block'
import type { ExtractTable } from '../table/extract-table'
import { rules } from './catalog'
import { RuleDays } from './rule-days'

/** One is enough: series are scored one after another and nothing is kept between them. */
const days = new RuleDays()

/**
 * Scores of all rows of a feature block by every rule, in catalogue order: `out[r][at + i]` is rule r of
 * the block's row i. Higher is likelier to be a phantom, NaN where the rule has no answer.
 */
export function scoreRules(table: ExtractTable, block: FeatureBlock, out: readonly Float32Array[], at: number): void {
  for (let series = block.fromSeries; series < block.toSeries; series++) {
    days.load(table, block, series)
    const first = at + table.seriesStart[series]! - block.fromRow
    rules.forEach((rule, r) => {
      rule.score(days, out[r]!, first)
    })
  }
}
