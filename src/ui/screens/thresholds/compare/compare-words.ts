/** Models side by side, in words. */
import type { ComparedModel, ComparedPair } from '../../../../domain/bench/compare'
import { formatCount } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'

type NameOf = (model: string) => string

/** What models are compared at: each at its own threshold, or all with as many alerts as one of them. */
export type Workload = 'own' | 'equal'

/** What the tables of a comparison are called, on the screen and in the report. */
export const compareCaptions = {
  own: 'Models at their own thresholds',
  equal: 'Models at equal workload',
  shared: 'Alerts that two models share, of those that either raises',
  pairs: 'Whose alerts they are, and how many of them are right',
} as const

/** How a comparison is made. @param like name of the model whose alerts are the measure of equal workload */
export function workloadWords(workload: Workload, like: string): string {
  return workload === 'own'
    ? 'Each model at the threshold that is set for it.'
    : `Each model with as many alerts as ${like} raises at its threshold, or as near below as equal scores allow: the same walk to the shelves for all.`
}

/** Where a model has thresholds by segment, which are left out of a comparison. */
export const atCommonWords = 'Thresholds by segment are left out here: every model is taken at its common threshold.'

/** Which rows are compared. @param name of the source with their number */
export const comparedRowsWords = (name: string) => `${name}, all of them scored by every model.`

/** What the comparison says, in a sentence; null where it says nothing. */
export function comparedSentence(workload: Workload, models: readonly ComparedModel[], nameOf: NameOf): string | null {
  return workload === 'own' ? ownSentence(models, nameOf) : equalSentence(models, nameOf)
}

/** Which model finds most with this many alerts, and whether that may be chance. Null with fewer than two that alert. */
export function equalSentence(models: readonly ComparedModel[], nameOf: NameOf): string | null {
  const [best, second] = models.filter(({ counts }) => counts.tp + counts.fp > 0).sort((a, b) => b.counts.tp - a.counts.tp)
  if (!best || !second) return null
  const lead = `With about ${formatCount(best.counts.tp + best.counts.fp)} alerts each, ${nameOf(best.model)} finds most phantom rows: ${formatCount(best.counts.tp)}, ${nameOf(second.model)} ${formatCount(second.counts.tp)}.`
  const isApart = !best.recall.tooFew && !second.recall.tooFew && best.recall.low > second.recall.high
  return isApart ? `${lead} Their intervals lie apart.` : `${lead} Their intervals overlap, so the order may be chance.`
}

/** Each at its own threshold: who is surest and who finds most. Null where nothing alerts. */
export function ownSentence(models: readonly ComparedModel[], nameOf: NameOf): string | null {
  const alerting = models.filter(({ precision }) => !Number.isNaN(precision.value))
  const surest = [...alerting].sort((a, b) => b.precision.value - a.precision.value)[0]
  const most = [...alerting].sort((a, b) => b.counts.tp - a.counts.tp)[0]
  if (!surest || !most) return null
  if (surest === most) return `${nameOf(most.model)} is right most often (${formatWholePercent(surest.precision.value)}) and finds most (${formatWholePercent(most.recall.value)} of the phantom rows).`
  return `${nameOf(surest.model)} is right most often (${formatWholePercent(surest.precision.value)} of its alerts); ${nameOf(most.model)} finds most (${formatWholePercent(most.recall.value)} of the phantom rows). They raise different numbers of alerts: equal workload compares them fairly.`
}

/** What it says of an alert that two models share it. Null without a pair that shares some and not others. */
export function sharedSentence(pairs: readonly ComparedPair[], nameOf: NameOf): string | null {
  const telling = pairs.filter(({ both, onlyA, onlyB }) => both.alerts > 0 && onlyA.alerts + onlyB.alerts > 0)
  const pair = telling.sort((x, y) => x.overlap - y.overlap)[0]
  if (!pair) return null
  const { a, b, both, onlyA, onlyB, overlap } = pair
  const alone = (onlyA.phantom + onlyB.phantom) / (onlyA.alerts + onlyB.alerts)
  return `${nameOf(a)} and ${nameOf(b)} agree least: they share ${formatWholePercent(overlap)} of what either flags. Of the rows that both flag ${formatWholePercent(both.phantom / both.alerts)} are phantom, of those that one alone flags ${formatWholePercent(alone)}.`
}
