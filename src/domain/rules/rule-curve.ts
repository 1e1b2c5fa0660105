import type { ThresholdCurve } from '../metrics/threshold-curve'
import type { Rule } from './rule'

/**
 * What a rule finds at each of its scores, on rows whose truth is known. Rows without an answer are the
 * last step, at -Infinity: no threshold reaches them, and they count among the rows that were not found.
 */
export interface RuleCurve extends Pick<Rule, 'id' | 'name' | 'threshold'> {
  readonly curve: ThresholdCurve
}
