/** What a threshold means for the person who walks to the shelf. Pure: counts in, words out. */
import { precision, recall } from '../../../domain/metrics/confusion-measures'
import type { RowsSource } from '../../../domain/bench/measured-rows'
import type { ConfusionCounts } from '../../../domain/metrics/counts-at'
import { formatShare } from '../../format/format-number'
import { formatWholePercent } from '../../format/format-score'
import { loadInWords, type AlertsLoad } from './load-in-words'

/** What is expected of an extract without labels, as shares from 0 to 1; NaN where nothing is flagged. */
interface ExpectedShares {
  readonly precision: number
  readonly recall: number
  /** 95 %; null where it is not known. */
  readonly sure: { readonly low: number; readonly high: number } | null
}

/** "nearly 9 of 10 (88.5%)", "nearly every (97.0%)", "no": a share of `things` as people say it, and exactly where that rounds. */
function aboutOf(share: number, things: string, thing: string, sure: ExpectedShares['sure'] = null): string {
  if (share === 1) return `every ${thing}`
  if (share === 0) return `no ${thing}`
  const exactly = `(${formatShare(share)}${sure === null ? '' : `; ${formatShare(sure.low)} to ${formatShare(sure.high)}`})`
  if (share >= 0.95) return `nearly every ${thing} ${exactly}`
  if (share < 0.05) return `hardly any ${thing} ${exactly}`
  const tenths = Math.round(share * 10)
  const beside = share * 10 - tenths
  // Nine of ten is what is asked for most often: what falls short of it must not read as if it were there.
  const how = beside < -0.05 ? 'nearly' : beside > 0.05 ? 'more than' : 'about'
  return `${how} ${tenths} of 10 ${things} ${exactly}`
}

/** What is not found, in whole percent; all and nothing are said only of all and nothing. */
function unseenInWords(unseen: number): string {
  if (unseen === 0) return 'no phantom day stays unseen'
  if (unseen === 1) return 'every phantom day stays unseen'
  const percent = Math.min(99, Math.max(1, Math.round(unseen * 100)))
  return `about ${percent}% of phantom days stay unseen`
}

/**
 * One sentence for a setting; says so where nothing is flagged or nothing was there to be found.
 *
 * @param load null while nothing is scored, or where the sentence is not of this extract
 * @param source of the counts; that they are of other stores is said where it stands beside the load of these
 */
export function settingInWords(counts: ConfusionCounts, load: AlertsLoad | null = null, source: RowsSource | null = null): string {
  const found = recall(counts)
  const right = precision(counts)
  const work = load === null ? '' : `; ${loadInWords(load)}`
  if (Number.isNaN(found)) return `There is no phantom row to measure by, so nothing can be said of how often this setting is right${work}.`
  if (Number.isNaN(right)) return `On the measured rows nothing is flagged at this threshold, and no phantom inventory is found${work}.`
  return `${source === 'test-worlds' ? 'By the test worlds, expect' : 'Expect'} ${aboutOf(right, 'checks', 'check')} to find a real problem${work}; ${unseenInWords(1 - found)}.`
}

/** The sentence where nobody has labelled a row: always as an estimate. */
export function expectedInWords({ precision: right, recall: found, sure }: ExpectedShares, load: AlertsLoad | null): string {
  const work = load === null ? '' : `; ${loadInWords(load)}`
  if (Number.isNaN(right)) return `No row of this extract reaches this threshold${work}.`
  return `By the estimate, expect ${aboutOf(right, 'checks', 'check', sure)} to find a real problem${work}; ${unseenInWords(1 - found)}.`
}

/** The slider's value as a screen reader says it. */
export function sliderInWords(threshold: string, counts: ConfusionCounts | null): string {
  if (counts === null) return threshold
  return `${threshold}: precision ${spoken(precision(counts))}, recall ${spoken(recall(counts))}`
}

/** The same where what is expected takes the place of what was measured; null: not known yet. */
export function expectedSliderInWords(threshold: string, expected: ExpectedShares | null): string {
  if (expected === null) return threshold
  return `${threshold}: estimated precision ${spoken(expected.precision)}, recall ${spoken(expected.recall)}`
}

function spoken(share: number): string {
  return Number.isNaN(share) ? 'not defined' : formatWholePercent(share)
}
