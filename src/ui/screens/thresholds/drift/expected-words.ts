/** What to expect of a threshold on an extract without labels, in words. */
import type { ExpectedAtThreshold } from '../../../../domain/drift/expected-at-threshold'
import { fewestItems } from '../../../../domain/drift/share-here'
import { estimateWeight } from '../../../../domain/drift/sharpen-by-findings'
import { countOf, formatCount, formatShare } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'

/** What is expected, in one sentence. */
export function expectedSentence({ alerts, rows, adjusted, asCalibrated }: ExpectedAtThreshold): string {
  if (rows === 0) return 'No row of this extract is scored yet, so nothing can be estimated.'
  if (alerts === 0) return 'No row of this extract reaches the threshold, so there is no precision to expect.'
  const what = `${countOf(alerts, 'row')} of this extract ${alerts === 1 ? 'reaches' : 'reach'} the threshold`
  if (adjusted.status !== 'estimated') return `${what}; going by the probabilities alone, about ${formatWholePercent(asCalibrated.precision)} of them should be real.`
  const { low, high } = adjusted.intervals.precision
  return `${what}; about ${formatWholePercent(adjusted.expected.precision)} of them should be real${Number.isNaN(low) ? '' : ` (${formatWholePercent(low)} to ${formatWholePercent(high)})`}. This is an estimate, not a measurement.`
}

/**
 * What labels of the very rows say of the estimate's precision; null where nothing is flagged.
 *
 * @param measured precision of the same alerts by the file's labels
 */
export function againstLabelsSentence({ adjusted, asCalibrated }: ExpectedAtThreshold, measured: number): string | null {
  const estimated = adjusted.status === 'estimated'
  const expected = estimated ? adjusted.expected.precision : asCalibrated.precision
  if (Number.isNaN(expected) || Number.isNaN(measured)) return null
  const said = `By the labels of this file ${formatShare(measured)} of the alerts are real`
  const { low, high } = estimated ? adjusted.intervals.precision : { low: NaN, high: NaN }
  if (measured >= low && measured <= high) return `${said}, which is within what was estimated.`
  const points = Math.round(Math.abs(expected - measured) * 100)
  const off = points === 0 ? 'about what was estimated' : `${countOf(points, 'point')} ${measured < expected ? 'fewer' : 'more'} than estimated: the model is too ${measured < expected ? 'sure of itself' : 'cautious'} here, and an estimate for stores like these may be off by as much`
  return `${said}, ${off}. Go by the labels.`
}

/** Whether phantom rows seem more or less frequent here than where the model was calibrated, or why that cannot be said. */
export function shareSentence({ adjusted, calibrationShare, items }: ExpectedAtThreshold): string {
  const learned = `${formatShare(calibrationShare)} of the rows that the model was calibrated on were phantom`
  switch (adjusted.status) {
    case 'too-few':
      return `${learned}. With scores of ${countOf(items, 'store-item')} only, fewer than ${fewestItems}, their share here cannot be estimated.`
    case 'not-separated':
      return `${learned}. The scores lie too close together here to tell their share in this extract.`
    case 'not-converged':
      return `${learned}. The estimate of their share in this extract did not settle.`
    case 'estimated': {
      const { expected, intervals } = adjusted
      const { low, high } = intervals.share
      const against = high < calibrationShare ? 'fewer than there' : low > calibrationShare ? 'more than there' : 'as many as there, as far as can be told'
      return `${learned}. Here the scores point to ${formatShare(expected.share)} (${formatShare(low)} to ${formatShare(high)}): ${against}.`
    }
  }
}

/** What the store's own checks add to the estimate. */
export function checksSentence(checked: number, real: number): string {
  if (checked === 0) return `No alert of this model at or above the threshold was checked yet. Each finding that you record sharpens the estimate; it counts for ${estimateWeight} checks itself.`
  return `${formatCount(real)} of ${countOf(checked, 'checked alert')} of this model at or above the threshold ${real === 1 ? 'was' : 'were'} real. The estimate counts for ${estimateWeight} checks beside them.`
}
