/** How far an extract stands from what the models learned from, in words. */
import type { HistoryLengths } from '../../../../domain/drift/extract-drift'
import type { DriftBand, FeatureDrift } from '../../../../domain/drift/feature-drift'
import { featureCatalog } from '../../../../domain/features/catalog'
import { minimumHistoryDays } from '../../../../domain/table/extract-table'
import { countOf, formatCount } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'

/** Up to this part of the signals, an extract is much like single stores of the training; beyond the second, it is unlike them. */
const muchAlike = 0.1
const unlike = 0.25
/** A signal that fewer training rows than this were without is one that the models count on. */
const seldomMissing = 0.05
/** How many signals a sentence names. */
const named = 3

export const bandWords: Readonly<Record<DriftBand, string>> = {
  steady: 'As learned',
  usual: 'Usual for one store group',
  moved: 'Moved',
  far: 'Far',
  absent: 'No value here',
  unknown: 'Never learned',
}

/** The plain words for a feature; its own name where the catalog does not know it. */
export function signalName(feature: string): string {
  const phrase = featureCatalog.find(({ name }) => name === feature)?.phrase ?? feature
  return phrase.charAt(0).toUpperCase() + phrase.slice(1)
}

/** Does the signal ask for attention: it stands where models have not been, or is gone where they count on it? */
export function standsOut({ band, missing }: FeatureDrift): boolean {
  return band === 'far' || band === 'moved' || (band === 'absent' && missing.learned < seldomMissing)
}

export interface DriftVerdict {
  readonly kind: 'alike' | 'partly' | 'unlike'
  /** One sentence that says how far, and one that says what to do about it. */
  readonly sentence: string
  readonly advice: string
}

/** @param features as `featureDrift` gives them, the farthest first; at least one */
export function driftVerdict(features: readonly FeatureDrift[]): DriftVerdict {
  const out = features.filter(standsOut)
  const share = out.length / features.length
  const most = out.slice(0, named).map(({ feature }) => `“${signalName(feature)}”`)
  const ofAll = `${formatCount(out.length)} of ${countOf(features.length, 'signal')} ${out.length === 1 ? 'stands' : 'stand'} out${bandsOf(out)}`
  const names = most.length === 0 ? '' : `, most of all ${listOf(most)}`
  if (out.length === 0) {
    return {
      kind: 'alike',
      sentence: `This extract is like those that the models learned from: none of its ${countOf(features.length, 'signal')} stands out.`,
      advice: 'What was measured on the test worlds is a fair guide here.',
    }
  }
  const isFar = out.some(({ band }) => band === 'far')
  if (share <= muchAlike) {
    return {
      kind: 'alike',
      sentence: isFar ? `In most of its signals this extract is like those that the models learned from, and not in all: ${ofAll}${names}.` : `This extract is much like those that the models learned from: ${ofAll}${names}.`,
      advice: `What was measured on the test worlds is a fair guide here${isFar ? ', less so for items that lie far off in one of these' : ''}. See whether these few signals surprise you: a wrong column or unit would show in them.`,
    }
  }
  if (share <= unlike) {
    return {
      kind: 'partly',
      sentence: `This extract is partly unlike those that the models learned from: ${ofAll}${names}.`,
      advice: 'Take what was measured on the test worlds as a rough guide. Check ten alerts on the shelf before you rely on a threshold, and see first whether a column or unit is wrong.',
    }
  }
  return {
    kind: 'unlike',
    sentence: `This extract is unlike those that the models learned from: ${ofAll}${names}.`,
    advice: 'What was measured on the test worlds may not hold here. First see on the Data quality screen whether columns and units are right; then check twenty alerts on the shelf, and go by what they show.',
  }
}

/** How many of those that stand out carry which word in the table: " (5 far, 1 moved)". */
function bandsOf(out: readonly FeatureDrift[]): string {
  const counted = (['far', 'moved', 'absent'] as const).flatMap((band) => {
    const count = out.filter((one) => one.band === band).length
    return count === 0 ? [] : [`${formatCount(count)} ${band === 'absent' ? 'without a value' : bandWords[band].toLowerCase()}`]
  })
  return ` (${counted.join(', ')})`
}

/** How long items were seen, where that limits what can be judged; null where it does not. */
export function historyWords({ series, tooShort, medianDays }: HistoryLengths): string | null {
  if (series === 0 || tooShort === 0) return null
  const share = tooShort / series
  const what = `${formatCount(tooShort)} of ${countOf(series, 'item history', 'item histories')} (${formatWholePercent(share)}) ${tooShort === 1 ? 'is' : 'are'} shorter than ${minimumHistoryDays} days, so nothing of them can be alerted; half of all are of ${countOf(medianDays, 'day')} or less.`
  return share < 0.2 ? what : `${what} Export more days: four weeks before the first day that is to be judged.`
}

/** Values that lie beyond all that was learned, where they are many; null where they are not. */
export function beyondWords(features: readonly FeatureDrift[]): string | null {
  const far = features.filter(({ beyond }) => beyond >= 0.01).sort((a, b) => b.beyond - a.beyond)
  const first = far[0]
  if (!first) return null
  return `${countOf(far.length, 'signal')} ${far.length === 1 ? 'has' : 'have'} values beyond anything in training in one row of a hundred or more; “${signalName(first.feature)}” has most, in ${formatWholePercent(first.beyond)} of its rows.`
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
