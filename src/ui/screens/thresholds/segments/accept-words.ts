/** What accepting thresholds by segment comes to, in words. */
import type { Found, Segments } from '../../../../domain/bench/segments'
import type { RowsSource } from '../../../../domain/bench/measured-rows'
import { isOwnable, isOwnableLabel, labelKey, type OwnableLabel, type SegmentRespect } from '../../../../domain/segments/segment'
import type { OwnThreshold, SegmentThresholds } from '../../../../domain/segments/segment-thresholds'
import { countOf, formatCount } from '../../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../../format/format-score'
import { respectWords } from '../../../format/segment-name'

/** The thresholds that a study offers, as they would be accepted; null where none may be. */
export function offeredThresholds({ by, segments }: Segments, source: RowsSource, floor: number): SegmentThresholds | null {
  if (whyNotLive(by, source) !== null || !isOwnable(by)) return null
  const own = segments.flatMap(({ label, own: offered, positives }): OwnThreshold[] =>
    offered && isOwnableLabel(label) ? [{ label, threshold: offered.threshold, positives, heldOut: offered.heldOut }] : [],
  )
  if (own.length === 0) return null
  return { by, floor, measuredOn: { source, rows: segments.reduce((sum, { rows }) => sum + rows, 0) }, own }
}

/** Why thresholds apart by this cannot decide alerts; null where they can. */
export function whyNotLive(by: SegmentRespect, source: RowsSource): string | null {
  switch (by) {
    case 'weekday':
      return 'These thresholds are to be looked at, not to be used: with one for each day of the week an item would come and go from the list with the calendar, its record unchanged.'
    case 'history':
      return 'These thresholds are to be looked at, not to be used: the length of history grows by a day each day and depends on how many days were exported, so an item would change its threshold without changing.'
    case 'store':
    case 'category':
    case 'department':
      return source === 'test-worlds'
        ? `These are the simulated worlds’ ${by === 'category' ? 'categories' : `${by}s`}, not yours: thresholds by them cannot be used. How fast an item sells means the same in both.`
        : null
    case 'velocity':
      return null
  }
}

/**
 * One threshold on offer, behind its name, beside what the common one does there.
 *
 * @param atCommon null: not known of these rows
 */
export function offerWords({ threshold, heldOut }: OwnThreshold, atCommon: Found | null): string {
  const now = atCommon === null ? '' : `; the common one finds ${foundWords(atCommon)}`
  return `${formatThreshold(threshold)} finds ${foundWords(heldOut)} on items that it was not set by${now}`
}

const foundWords = ({ found, alerts }: Found) => `${formatCount(found)} with ${countOf(alerts, 'alert')}${alerts === 0 ? '' : `, ${formatWholePercent(found / alerts)} right`}`

/**
 * How the figures of the offers are counted, said beside them; where a lower threshold has fewer alerts there than the
 * common one, or a higher one more, also why that can be.
 *
 * @param atCommon by label, what the common threshold does there
 */
export function heldOutWords(offered: SegmentThresholds | null, atCommon: ReadonlyMap<string, Found>, common: number): string {
  if (!offered) return ''
  const how = 'For that the items of a segment are halved, a threshold is set on each half and counted on the other'
  const isOdd = offered.own.some(({ label, threshold, heldOut }) => {
    const now = atCommon.get(labelKey(label))
    return now !== undefined && ((threshold < common && heldOut.alerts < now.alerts) || (threshold > common && heldOut.alerts > now.alerts))
  })
  return isOdd ? `${how}. Those two differ from the one on offer, which is set on all items: so a lower threshold can show fewer alerts here than the common one, or a higher one more.` : `${how}; the one on offer is set on all items.`
}

/** What stands in use for a segment beside what is on offer; '' where that is the same. */
export function inUseWords(inUse: OwnThreshold | null, offered: OwnThreshold | null): string {
  if (!inUse) return ''
  if (!offered) return `in use: ${formatThreshold(inUse.threshold)}, accepted on other rows or for another precision`
  return inUse.threshold === offered.threshold ? '' : `in use: ${formatThreshold(inUse.threshold)}, accepted on other rows or for another precision; to take the new one, press the button above`
}

/** How many segments keep the common threshold, and why. */
export function keepWords({ by, segments }: Segments, offered: SegmentThresholds | null): string {
  const few = segments.filter(({ tooFew }) => tooFew).length
  const others = segments.length - few - (offered?.own.length ?? 0)
  const parts = [
    ...(few > 0 ? [`${countOf(few, 'segment')} ${few === 1 ? 'has' : 'have'} too few phantom rows to set one by`] : []),
    ...(others > 0 ? [`${few > 0 ? formatCount(others) : countOf(others, 'segment')} cannot hold that precision, ${others === 1 ? 'has' : 'have'} too few store-items with an alert, or ${others === 1 ? 'has' : 'have'} no name`] : []),
  ]
  return parts.length === 0 ? '' : `The common threshold stays for the rest ${respectWords[by].by}: ${parts.join('; ')}.`
}

/** Thresholds with one segment's taken in or given up; null where none is left. */
export function withSegment(inUse: SegmentThresholds | null, offered: SegmentThresholds, own: OwnThreshold): SegmentThresholds {
  // What stands by another respect goes: a row has one segment.
  const standing = inUse?.by === offered.by ? inUse.own.filter(({ label }) => labelKey(label) !== labelKey(own.label)) : []
  return { ...offered, own: [...standing, own] }
}

export function withoutSegment(inUse: SegmentThresholds, label: OwnableLabel): SegmentThresholds | null {
  const own = inUse.own.filter((one) => labelKey(one.label) !== labelKey(label))
  return own.length > 0 ? { ...inUse, own } : null
}
