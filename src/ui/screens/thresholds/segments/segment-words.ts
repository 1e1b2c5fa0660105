/** Segments in words. */
import { fewestItems } from '../../../../domain/bench/clustered-share'
import { fewestPositives } from '../../../../domain/bench/fewest-positives'
import type { Segments } from '../../../../domain/bench/segments'
import type { SegmentRespect } from '../../../../domain/segments/segment'
import type { SegmentThresholds } from '../../../../domain/segments/segment-thresholds'
import { countOf, formatCount } from '../../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../../format/format-score'
import { respectWords } from '../../../format/segment-name'

/** Segments that are listed before someone asks for all: stores can be thousands. */
export const listedFirst = 20

/** What a table of segments is called. */
export const segmentsCaption = (by: SegmentRespect) => `Apart by: ${respectWords[by].choice.toLowerCase()}`

interface About {
  /** Of the model. */
  readonly name: string
  /** The common threshold. */
  readonly threshold: number
  /** Thresholds by segment in use; null: the common one is for all. */
  readonly inUse: Pick<SegmentThresholds, 'by'> | null
  /** Precision that a threshold of its own has to hold, 0 to 1. */
  readonly floor: number
  /** Names the rows; null while nothing is counted. */
  readonly source: string | null
}

/** By which thresholds figures that stand apart are counted, and what a threshold of their own is. */
export function segmentsAbout({ name, threshold, inUse, floor, source }: About): string {
  const common = formatThreshold(threshold)
  return [
    inUse ? `${name} as it alerts now: by the thresholds in use ${respectWords[inUse.by].by}, all others at ${common}.` : `${name} at threshold ${common}, the same for all.`,
    ...(source === null ? [] : [`${source}.`]),
    `Below ${fewestPositives} phantom rows a figure says little.`,
    `A threshold of its own has most recall with a precision of at least ${formatWholePercent(floor)} in that segment, and “elsewhere” is what such a threshold does on store-items that it was not set by: the items are halved, it is set anew on each half and counted on the other.`,
    `It takes ${fewestPositives} phantom rows, ${fewestItems} store-items with an alert, and that precision within reach; else there is none.`,
  ].join(' ')
}

/**
 * What thresholds of their own would bring those segments that can have one, on store-items that they were
 * not set by; or why none does.
 */
export function gainSentence({ segments, now, atOwn }: Segments, floor: number): string {
  const able = segments.filter(({ own }) => own !== null).length
  const goal = `a precision of ${floor.toFixed(2).replace(/^0/, '')}`
  if (able === 0) {
    return `No segment can have a threshold of its own: that takes ${fewestPositives} phantom rows, ${fewestItems} store-items with an alert, and ${goal} within reach.`
  }
  const those = able === segments.length ? 'All segments can have' : able === 1 ? `One of ${formatCount(segments.length)} segments can have` : `${formatCount(able)} of ${formatCount(segments.length)} segments can have`
  const precisionOf = ({ found, alerts }: typeof now) => (alerts === 0 ? 'none right' : `${formatWholePercent(found / alerts)} right`)
  const change = `${formatCount(atOwn.found)} phantom rows found by ${countOf(atOwn.alerts, 'alert')} (${precisionOf(atOwn)}), where one threshold for all finds ${formatCount(now.found)} by ${formatCount(now.alerts)} (${precisionOf(now)})`
  return `${those} a threshold of ${able === 1 ? 'its' : 'their'} own for ${goal}. On store-items that ${able === 1 ? 'it was' : 'they were'} not set by: ${change}. ${verdictWords[gainVerdict({ now, atOwn }, floor)]}`
}

/** Are thresholds of their own worth taking into use, by what they do on store-items that they were not set by? */
export type GainVerdict = 'worth' | 'not-held' | 'keep'

export function gainVerdict({ now, atOwn }: Pick<Segments, 'now' | 'atOwn'>, floor: number): GainVerdict {
  if (atOwn.found <= now.found) return 'keep'
  return atOwn.alerts > 0 && atOwn.found / atOwn.alerts >= floor ? 'worth' : 'not-held'
}

const verdictWords: Readonly<Record<GainVerdict, string>> = {
  worth: 'That is worth having.',
  'not-held': 'More is found, but the precision does not hold beyond the items that the thresholds were set by.',
  keep: 'One threshold for all finds as much or more: keep it.',
}

/** The button that takes the thresholds into use; it never praises what the sentence above it advises against. */
export function acceptLabel(verdict: GainVerdict): string {
  return verdict === 'worth' ? 'Use these thresholds' : 'Use these thresholds all the same'
}
