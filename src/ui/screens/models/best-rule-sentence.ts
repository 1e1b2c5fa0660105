import type { MeasuredSet } from '../../../domain/metrics/measured-set'
import { formatScore } from '../../format/format-score'
import { bestRule, comparedRows } from './compared-rows'

/** How many of the models beat the best rule clearly: their interval of AP lies above the rule's. */
export function bestRuleSentence(set: MeasuredSet): string {
  const rows = comparedRows(set)
  const rule = bestRule(rows)
  const models = rows.filter(({ kind }) => kind === 'model')
  if (rule === null) return 'No rule of thumb was measured beside the models.'
  const bar = rule.measured.average_precision
  const above = models.filter(({ measured }) => measured.average_precision.low > bar.high)
  const count = above.length === models.length ? `All ${models.length} models` : `${above.length} of ${models.length} models`
  const verb = above.length === 1 && models.length !== 1 ? 'ranks' : 'rank'
  return `${count} ${verb} shelves clearly better than the best rule of thumb (${rule.name}: AP ${formatScore(bar.value)}): by more than chance alone would give, for their 95 % intervals lie above the rule's.`
}
