/** What the payoff table says, in a line: goals are solved by it where it is not in sight. */
import { usualPayoff, type PayoffTable } from '../../../../store/payoff-state'
import { countOf, formatMoney } from '../../../format/format-number'
import { formatWholePercent } from '../../../format/format-score'

/** "with a check at 2.00 and half of 21 days' sales ...": goes on "Lowest cost". */
export function payoffInWords(payoff: PayoffTable): string {
  const { costOfCheck, costOfMiss, shareRecovered } = payoff
  const miss = costOfMiss === 0 ? '' : `, and a miss at ${formatMoney(costOfMiss)} besides`
  return `with a check at ${formatMoney(costOfCheck)} and a find that brings back ${formatWholePercent(shareRecovered)} of ${worthInWords(payoff)}${miss}`
}

function worthInWords({ worthBy, days, marginOfUnit, marginShare, amount }: PayoffTable): string {
  switch (worthBy) {
    case 'unit':
      return `${countOf(days, 'day')} of sales at a margin of ${formatMoney(marginOfUnit)} a unit`
    case 'price':
      return `${countOf(days, 'day')} of sales at a margin of ${formatWholePercent(marginShare)} of the price`
    case 'find':
      return formatMoney(amount)
  }
}

/** Is the table still the one that we began with, none of whose figures is the user's? */
export function isUsualPayoff(payoff: PayoffTable): boolean {
  return (Object.keys(usualPayoff) as readonly (keyof PayoffTable)[]).every((figure) => payoff[figure] === usualPayoff[figure])
}
