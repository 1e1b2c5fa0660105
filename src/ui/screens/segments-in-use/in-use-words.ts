/** Thresholds by segment in words, wherever one threshold alone would mislead. */
import type { SegmentThresholds } from '../../../domain/segments/segment-thresholds'
import { countOf, formatCount } from '../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../format/format-score'
import { respectWords, segmentInFull } from '../../format/segment-name'

/** Segments that are named in a sentence before they are only counted. */
const mostNamed = 3

/** "3 segments (by store)". */
export function segmentsCounted({ by, own }: SegmentThresholds): string {
  return `${countOf(own.length, 'segment')} (${respectWords[by].by})`
}

/** Each segment with its threshold, where they are few: "Under 0.1 units a day 0.82, ...". */
function named({ by, own }: SegmentThresholds): string {
  return own.length > mostNamed ? '' : `: ${own.map(({ label, threshold }) => `${segmentInFull(label, by)} at ${formatThreshold(threshold)}`).join('; ')}`
}

/** What is in use, in a sentence. */
export function inUseSentence(segments: SegmentThresholds, common: number): string {
  const { length } = segments.own
  return `${segmentsCounted(segments)} ${length === 1 ? 'has a threshold' : 'have thresholds'} of ${length === 1 ? 'its' : 'their'} own${named(segments)}. All other rows are listed from ${formatThreshold(common)}, the common threshold.`
}

const sources: Readonly<Record<SegmentThresholds['measuredOn']['source'], string>> = {
  extract: 'labelled rows of an extract',
  findings: 'rows that the stores checked',
  'test-worlds': 'rows of the simulated test worlds',
}

/**
 * What they did on store-items that they were not set by, and on which rows: the figure to go by, since on the rows
 * that set them they look better than they are.
 */
export function heldOutSentence({ measuredOn, own, floor }: SegmentThresholds): string {
  const found = own.reduce((sum, { heldOut }) => sum + heldOut.found, 0)
  const alerts = own.reduce((sum, { heldOut }) => sum + heldOut.alerts, 0)
  const rows = `${formatCount(measuredOn.rows)} ${sources[measuredOn.source]}`
  const what = alerts === 0 ? 'they raised no alert' : `${formatCount(found)} of ${countOf(alerts, 'alert')} ${found === 1 ? 'was' : 'were'} right (${formatWholePercent(found / alerts)})`
  const short = alerts > 0 && found / alerts < floor ? ': less than was asked for' : ''
  return `They were set on ${rows}, each for a precision of ${formatWholePercent(floor)}. On store-items that they were not set by, ${what}${short}.`
}

/**
 * Why the figures on screen may flatter them, or leave them out; null where neither is so.
 *
 * @param source of the rows that the screen measures by
 */
export function measuredCaution({ by, measuredOn }: SegmentThresholds, source: SegmentThresholds['measuredOn']['source']): string | null {
  if (source === 'test-worlds' && by !== 'velocity') {
    return `The figures below are of simulated test worlds, which have none of your ${by === 'category' ? 'categories' : `${by}s`}: there the common threshold is for all.`
  }
  return source === measuredOn.source ? 'The figures below are counted on rows among which are those that set them: they may flatter.' : null
}
