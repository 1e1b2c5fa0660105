import type { LabelledAlerts } from '../../../domain/alerts/today/todays-list'
import { countOf, formatCount, formatProbability } from '../../format/format-number'
import type { ListSum } from './sum-lists'

/**
 * What a list promises, in words, from calibrated probabilities: of `count` alerts `expected` (the sum
 * of their probabilities) should be real. Never "all": a probability below 1 promises nothing.
 */
export function hitsInWords(expected: number, count: number): string {
  if (count === 0) return ''
  if (count === 1) return `The chance that it is real is ${formatProbability(expected)}.`
  const hits = Math.round(expected)
  if (hits === 0) return `Perhaps none of these ${count} is real.`
  if (hits === count) return `Nearly all of these ${count} should be real.`
  return `About ${hits} of these ${count} should be real.`
}

/**
 * What is in a list, in words: what the file's own labels say of its alerts, and only of those that have none
 * what their probabilities promise.
 */
export function listInWords({ items, controls, expectedHits, labelled }: Pick<ListSum, 'items' | 'controls' | 'expectedHits' | 'labelled'>): string {
  const alerts = items - controls
  if (labelled.alerts === 0) return hitsInWords(expectedHits, alerts)
  const said = labelledInWords(labelled, alerts)
  const others = alerts - labelled.alerts
  return others === 0 ? said : `${said} ${othersInWords(expectedHits - labelled.expectedHits, others)}`
}

function labelledInWords({ alerts, phantom }: LabelledAlerts, of: number): string {
  const whose = alerts === of ? (of === 1 ? 'The one alert here' : `${formatCount(phantom)} of these ${formatCount(of)}`) : `${formatCount(phantom)} of the ${formatCount(alerts)} that have a label`
  if (alerts === of && of === 1) return `${whose} is ${phantom === 1 ? '' : 'not '}phantom by the file’s own label.`
  return `${whose} ${phantom === 1 ? 'is' : 'are'} phantom by the file’s own labels.`
}

function othersInWords(expected: number, others: number): string {
  if (others === 1) return `The other has none: the chance that it is real is ${formatProbability(expected)}.`
  return `The other ${formatCount(others)} have none: about ${formatCount(Math.round(expected))} of them should be real.`
}

/** What there is to do today, and what is done. */
export function workInWords(left: number, done: number): string {
  if (done === 0) return countOf(left, 'shelf to check', 'shelves to check')
  return left === 0 ? `All ${done} of today are checked` : `${done} checked, ${countOf(left, 'shelf', 'shelves')} to go`
}
