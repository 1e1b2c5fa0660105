import { formatScore } from '../../format/format-score'
import type { Part, ScoreColumn } from './part-scores'

/** In which parts the best of the models does best and worst. */
export function spreadSentence(parts: readonly Part[], columns: readonly ScoreColumn[]): string {
  const models = columns.filter(({ shape }) => shape === 'dot')
  const heights = parts
    .map((part) => ({ part, ap: Math.max(...models.map(({ key }) => part.scores[key]?.average_precision?.value ?? -Infinity)) }))
    .filter(({ ap }) => Number.isFinite(ap))
    .sort((a, b) => b.ap - a.ap)
  const [best] = heights
  const worst = heights.at(-1)
  if (!best || !worst) return 'No model has a figure in any scenario.'
  if (best === worst) return `${best.part.name}: the best model reaches AP ${formatScore(best.ap)}.`
  return `From AP ${formatScore(best.ap)} (${best.part.name.toLowerCase()}) down to ${formatScore(worst.ap)} (${worst.part.name.toLowerCase()}), of the best model in each.`
}
