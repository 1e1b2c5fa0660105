/** What solving for a goal came to on an extract without labels, in words: always as an estimate. */
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import type { ShareInterval } from '../../../../domain/metrics/wilson-interval'
import type { Goals } from '../../../../store/goals-state'
import { countOf, formatMoney, formatShare } from '../../../format/format-number'
import { formatThreshold } from '../../../format/format-score'
import { formatPercent } from './goal-words'

export type EstimatedGoalAsked =
  | { readonly goal: 'precision'; readonly by: Goals['precisionBy']; readonly wanted: number }
  | { readonly goal: 'recall'; readonly wanted: number }
  | { readonly goal: 'payoff' }

/** The answer, what it gives, and that nobody has checked it. */
export function estimatedInWords(asked: EstimatedGoalAsked, found: ExpectedAtThreshold): string {
  const { solved } = found
  if (!solved) return asked.goal === 'payoff' ? 'Nothing can be said in money: the worth of no row is known. Another way of reckoning in the table under Value may do.' : 'No row of this extract follows the common threshold, so there is nothing to solve for.'
  const at = formatThreshold(solved.threshold)
  const head = solved.reached ? `Solved on the estimate: ${at} ${reachedWords(asked, solved.profit)}` : `Not reachable by the estimate: ${missedWords(asked, at, solved.profit)}`
  return [`${head}${givenWords(found)}.`, 'It is an estimate from the probabilities, not a measurement: check some of its alerts on the shelf.'].join(' ')
}

/** The answer where the estimate is to hold at its lower figure too. */
export function lowerFigureInWords(threshold: number, wanted: number, reached: boolean, found: ExpectedAtThreshold): string {
  const at = formatThreshold(threshold)
  const head = reached
    ? `Solved on the estimate: at ${at} the precision should be at least ${formatPercent(wanted)} by its lower figure too`
    : `Not reachable by the estimate: no threshold was found whose precision is at least ${formatPercent(wanted)} by its lower figure. The surest that was tried is ${at}`
  return `${head}${givenWords(found)}. It is an estimate from the probabilities, not a measurement: check some of its alerts on the shelf.`
}

function reachedWords(asked: EstimatedGoalAsked, profit: number | null): string {
  switch (asked.goal) {
    case 'precision':
      return `should find the most phantom rows of all thresholds with a precision of at least ${formatPercent(asked.wanted)}`
    case 'recall':
      return `should have the most precision of all thresholds that find at least ${formatPercent(asked.wanted)} of the phantom rows`
    case 'payoff':
      return `should cost least of all thresholds by the payoff table, ${formatMoney(profit ?? NaN)} better than checking nothing in this extract`
  }
}

function missedWords(asked: EstimatedGoalAsked, at: string, profit: number | null): string {
  switch (asked.goal) {
    case 'precision':
      return `no threshold should have a precision of at least ${formatPercent(asked.wanted)} here. The nearest is ${at}`
    case 'recall':
      return `no threshold should find ${formatPercent(asked.wanted)} of the phantom rows. The nearest is ${at}`
    case 'payoff':
      return `no threshold should be better than checking nothing. The one that loses least is ${at}, ${formatMoney(-(profit ?? NaN))} worse`
  }
}

function givenWords({ alerts, adjusted, asCalibrated }: ExpectedAtThreshold): string {
  const { precision, recall } = adjusted.status === 'estimated' ? adjusted.expected : asCalibrated
  const sure = adjusted.status === 'estimated' ? adjusted.intervals : null
  return `: ${countOf(alerts, 'row')}, precision about ${formatShare(precision)}${rangeWords(sure?.precision)}, recall about ${formatShare(recall)}${rangeWords(sure?.recall)}`
}

function rangeWords(interval: ShareInterval | undefined): string {
  return !interval || Number.isNaN(interval.low) ? '' : ` (${formatShare(interval.low)} to ${formatShare(interval.high)})`
}
