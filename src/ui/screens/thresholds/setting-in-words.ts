/** What a threshold means for the person who walks to the shelf. Pure: counts in, words out. */
import { precision, recall } from '../../../domain/metrics/confusion-measures'
import type { ConfusionCounts } from '../../../domain/metrics/counts-at'
import { formatWholePercent } from '../../format/format-score'

/** "about 9 of 10", "nearly every", "hardly any": a share of `things` as people say it. */
function aboutOf(share: number, things: string, thing: string): string {
  if (share === 1) return `every ${thing}`
  if (share >= 0.95) return `nearly every ${thing}`
  if (share === 0) return `no ${thing}`
  if (share < 0.05) return `hardly any ${thing}`
  return `about ${Math.round(share * 10)} of 10 ${things}`
}

/** One sentence for a setting; says so where nothing is flagged or nothing was there to be found. */
export function settingInWords(counts: ConfusionCounts): string {
  const found = recall(counts)
  const right = precision(counts)
  if (Number.isNaN(found)) return 'There is no phantom row to measure by, so nothing can be said of this setting.'
  if (Number.isNaN(right)) return 'At this threshold nothing is flagged, and no phantom inventory is found.'
  return `Expect ${aboutOf(right, 'checks', 'check')} to find a real problem, and ${aboutOf(found, 'phantom items', 'phantom item')} to be found.`
}

/** The slider's value as a screen reader says it. */
export function sliderInWords(threshold: string, counts: ConfusionCounts | null): string {
  if (counts === null) return threshold
  return `${threshold}: precision ${spoken(precision(counts))}, recall ${spoken(recall(counts))}`
}

function spoken(share: number): string {
  return Number.isNaN(share) ? 'not defined' : formatWholePercent(share)
}
