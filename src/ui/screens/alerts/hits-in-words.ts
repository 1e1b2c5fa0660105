import { countOf, formatProbability } from '../../format/format-number'

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

/** What there is to do today, and what is done. */
export function workInWords(left: number, done: number): string {
  if (done === 0) return countOf(left, 'shelf to check', 'shelves to check')
  return left === 0 ? `All ${done} of today are checked` : `${done} checked, ${countOf(left, 'shelf', 'shelves')} to go`
}
