import type { HitRate } from '../../../domain/findings/hit-rate'
import { countOf, formatCount } from '../../format/format-number'

const wholePercent = (share: number) => `${Math.round(share * 100)} %`

/** "9 of 12 checked were real so far; promised 10." null before the first check of an alert. */
export function hitRateInWords({ checked, real, promised }: HitRate): string | null {
  if (checked === 0) return null
  return `${formatCount(real)} of ${formatCount(checked)} checked ${checked === 1 ? 'was' : 'were'} real so far; promised ${formatCount(Math.round(promised))}.`
}

/** What the figures say and what they do not, sentence by sentence. */
export function hitRateRemarks({ checked, inBackroom, interval, undecided, control, verdict }: HitRate): readonly string[] {
  const remarks: string[] = []
  if (checked > 0) {
    remarks.push(`By these checks, between ${wholePercent(interval.low)} and ${wholePercent(interval.high)} of such alerts are real (95 % interval).`, verdictWords[verdict])
  }
  if (inBackroom > 0) remarks.push(`${formatCount(inBackroom)} of the others ${inBackroom === 1 ? 'was' : 'were'} in the backroom: the shelf was empty all the same.`)
  if (undecided > 0) remarks.push(`${countOf(undecided, 'item')} that this store does not sell ${undecided === 1 ? 'counts' : 'count'} neither way.`)
  if (control.checked > 0) {
    remarks.push(`Of ${countOf(control.checked, 'checked item')} that ${control.checked === 1 ? 'was' : 'were'} no alert, ${formatCount(control.real)} had a wrong record.`)
  }
  return remarks
}

const verdictWords: Readonly<Record<HitRate['verdict'], string>> = {
  'too-few': 'That is too few to hold against the promise yet.',
  'as-promised': 'That agrees with the promise.',
  fewer: 'That is fewer than promised: a higher threshold lists fewer items, and surer ones.',
  more: 'That is more than promised: a lower threshold would find more.',
}
