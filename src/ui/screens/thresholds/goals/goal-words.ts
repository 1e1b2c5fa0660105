/** What solving for a goal came to, in words: the threshold, what it gives, or the nearest that there is. */
import type { ChecksSolution } from '../../../../domain/alerts/today/threshold-for-checks'
import { fewestItems, type SureShare } from '../../../../domain/bench/clustered-share'
import type { BestPayoff } from '../../../../domain/bench/profit'
import { precision, recall } from '../../../../domain/metrics/confusion-measures'
import type { ThresholdSolution } from '../../../../domain/metrics/threshold-solution'
import type { Goals } from '../../../../store/goals-state'
import { countOf, formatCount, formatMoney, formatShare, formatUnits } from '../../../format/format-number'
import { formatThreshold, formatWholePercent } from '../../../format/format-score'

/** A goal with what solving for it gave; null: the rows cannot tell. */
export type Solved = SolvedGoal & {
  /** The precision at what was found, with how sure it is; left out where nothing was found, or no label is asked. */
  readonly rests?: SureShare | null
}

/** The goals, by which they are told apart. */
export type GoalKind = SolvedGoal['goal']

type SolvedGoal =
  | { readonly goal: 'precision'; readonly by: Goals['precisionBy']; readonly wanted: number; readonly solution: ThresholdSolution | null }
  | { readonly goal: 'checks'; readonly in: Goals['checksIn']; readonly wanted: number; readonly solution: ChecksSolution | null }
  | { readonly goal: 'recall'; readonly wanted: number; readonly solution: ThresholdSolution | null }
  | { readonly goal: 'payoff'; readonly solution: BestPayoff | null }

/** The answer, and on how much it rests; two to three sentences. */
export function solvedInWords(solved: Solved): string {
  return [goalInWords(solved), ...restInWords(solved), ...boundInWords(solved)].join(' ')
}

function goalInWords(solved: Solved): string {
  switch (solved.goal) {
    case 'precision':
      return precisionWords(solved)
    case 'checks':
      return checksWords(solved)
    case 'recall':
      return recallWords(solved)
    case 'payoff':
      return payoffWords(solved.solution)
  }
}

const noPhantom = 'There is no phantom row to measure by, so nothing can be solved for.'
const given = ({ counts }: ThresholdSolution) => `precision ${formatShare(precision(counts))}, recall ${formatShare(recall(counts))}`

function precisionWords({ by, wanted, solution }: Extract<Solved, { goal: 'precision' }>): string {
  if (solution === null) return noPhantom
  const asked = formatPercent(wanted)
  const at = formatThreshold(solution.threshold)
  const held = by === 'estimate' ? `a precision of at least ${asked}` : `a precision that is at least ${asked} with 95% certainty (one-sided)`
  if (solution.reached) return `Solved: ${at} finds the most phantom rows of all thresholds with ${held}: ${given(solution)}.`
  return `Not reachable: no threshold has ${held} with this model on these rows. The nearest is ${at}: ${given(solution)}.`
}

/** Else the bound that holds and the interval under the figures would seem to contradict one another; where too few items stand behind it there is no interval. */
function boundInWords(solved: Solved): readonly string[] {
  if (solved.goal !== 'precision' || solved.by === 'estimate' || solved.solution === null || solved.rests?.tooFew) return []
  return ['The 95% interval beside the precision is two-sided, so its lower end reaches a little below this bound.']
}

/** A share of few alerts looks as good as one of many. */
function restInWords(solved: Solved): readonly string[] {
  if (solved.goal === 'checks' || !solved.solution || !solved.rests) return []
  const { counts } = solved.solution
  const { items, tooFew } = solved.rests
  const words = `It rests on ${countOf(counts.tp + counts.fp, 'alert')} of ${countOf(items, 'store-item')}`
  if (!tooFew) return [`${words}.`]
  return [items < fewestItems ? `${words}: too few to trust.` : `${words}, with too few right or too few wrong ones among them to say how sure the precision is.`]
}

function recallWords({ wanted, solution }: Extract<Solved, { goal: 'recall' }>): string {
  if (solution === null) return noPhantom
  const asked = formatPercent(wanted)
  const at = formatThreshold(solution.threshold)
  if (solution.reached) return `Solved: ${at} has the most precision of all thresholds that find at least ${asked} of the phantom rows: ${given(solution)}.`
  return `Not reachable: no threshold finds ${asked} of the phantom rows. The nearest is ${at}: ${given(solution)}.`
}

function checksWords({ in: where, wanted, solution }: Extract<Solved, { goal: 'checks' }>): string {
  if (solution === null) return 'Nothing of the latest day is scored by this model yet: there are no checks to count.'
  const { reached, threshold, alerts, stores, mostInAStore } = solution
  const at = formatThreshold(threshold)
  const load = `${countOf(alerts, 'check')} on the latest day${stores > 1 ? ` over ${countOf(stores, 'store')}, ${formatUnits(alerts / stores)} each on average, ${formatCount(mostInAStore)} where it is most` : ''}`
  const asked = `at most ${countOf(wanted, 'check')} a store${where === 'every-store' ? ' in every store' : ' on average'}`
  if (reached) return `Solved: ${at} is the lowest threshold that asks for ${asked}: ${load}.`
  return `Not reachable: so many items share the highest probability that no threshold asks for ${asked}. The nearest is ${at}: ${load}.`
}

function payoffWords(solution: BestPayoff | null): string {
  if (solution === null) return 'Nothing can be said in money: there is no phantom row whose worth is known. Another way of reckoning in the table under Value may do.'
  const at = formatThreshold(solution.threshold)
  if (solution.reached) return `Solved: ${at} costs least of all thresholds by the payoff table, ${formatMoney(solution.profit)} better than checking nothing on these rows: ${given(solution)}.`
  return `Not reachable: by the payoff table no threshold is better than checking nothing. The one that loses least is ${at}: ${formatMoney(-solution.profit)} worse.`
}

/** That a threshold is the surest to rely on, and what it gives. */
export function surestInWords(
  threshold: number,
  wanted: number,
  { precision: right, recall: found, alerts, atLeast }: { readonly precision: number; readonly recall: number; readonly alerts: number; readonly atLeast: number | null },
): string {
  const certain = atLeast === null ? '' : `, with 95% certainty at least ${formatShare(atLeast)}`
  return `${formatThreshold(threshold)} is the surest threshold to rely on (${countOf(alerts, 'alert')}): precision ${formatShare(right)}${certain}${right >= wanted ? '' : `, not the ${formatPercent(wanted)} asked for`}; recall ${formatShare(found)}.`
}

/** 0.9 -> "90%", 0.925 -> "92.5%": as it was typed. */
export function formatPercent(share: number): string {
  return Number.isInteger(Math.round(share * 1e6) / 1e4) ? formatWholePercent(share) : formatShare(share)
}
