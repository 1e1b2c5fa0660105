/** What a person in the store can do about an alert, each step with its ground. */
import { aroundLastSale } from './all-reasons'
import type { Words } from './reason'
import type { RowFacts } from './row-facts'

export interface Step {
  readonly id: 'trust-count' | 'wait' | 'range' | 'backroom' | 'tag' | 'count' | 'correct'
  /** What to do, in the imperative. */
  readonly action: string
  /** Why this step, from the row's own figures. */
  readonly ground: string
}

const trustedCountDays = 7
/** Silent for so long in every store, an item is more likely out of the range than missing. */
const rangeDays = 14
const mostlyClosed = 0.5
const sellsLittle = 0.5

/** In the order in which to do them; counting and putting the record right are always among them. */
export function whatToDo(facts: RowFacts, { day, units, about }: Words): readonly Step[] {
  const { day: today, onHand, lastSale, silentDays, lately, deliveries, otherStores, closedDays, lastCount, priceChange, promotion } = facts
  const steps: Step[] = []
  if (lastCount && lastCount.units > 0 && today - lastCount.day <= trustedCountDays) {
    steps.push({ id: 'trust-count', action: 'Leave it if you trust the last count.', ground: `${units(lastCount.units)} were counted on ${day(lastCount.day)}.` })
  }
  if (silentDays > 0 && closedDays >= mostlyClosed * silentDays) {
    steps.push({ id: 'wait', action: 'Look again in a day or two.', ground: `The store was closed on ${closedDays} of the ${silentDays} days without a sale.` })
  }
  if (otherStores && otherStores.stores > 1 && otherStores.selling === 0 && otherStores.days >= rangeDays) {
    steps.push({ id: 'range', action: 'Ask whether it is still in the range.', ground: `None of ${otherStores.stores} other stores sold it in ${otherStores.days} days.` })
  }
  const unsold = silentDays > 0 ? (deliveries?.since ?? null) : null
  if (unsold?.latest) {
    steps.push({ id: 'backroom', action: 'Look in the backroom first.', ground: `${units(unsold.units)} came in since the last sale and none has sold: they may not have reached the shelf.` })
  }
  const changed = priceChange && lastSale && Math.abs(priceChange.day - lastSale.day) <= aroundLastSale ? priceChange.day : null
  const ended = promotion.ended !== null && lastSale && Math.abs(promotion.ended - lastSale.day) <= aroundLastSale ? promotion.ended : null
  if (lately.sold > 0 && lately.sold <= sellsLittle * lately.expected) {
    steps.push({ id: 'tag', action: 'Check the tag and the place.', ground: `It sold ${units(lately.sold)} in ${lately.days} days where about ${about(lately.expected)} were expected.` })
  } else if (changed !== null) {
    steps.push({ id: 'tag', action: 'Check the tag and the place.', ground: `Its price changed on ${day(changed)}, about when sales stopped.` })
  } else if (ended !== null) {
    steps.push({ id: 'tag', action: 'Check the tag and the place.', ground: `Its promotion ended on ${day(ended)}: some may stand where it was shown.` })
  }
  steps.push({
    id: 'count',
    action: unsold?.latest ? 'Then count the shelf.' : 'Count the shelf, then the backroom.',
    ground: `The record says that ${units(onHand)} are there.`,
  })
  steps.push({
    id: 'correct',
    action: 'Set the record to what you counted, and write off what is gone.',
    ground: `While the record shows ${units(onHand)}, the item may not be ordered again.`,
  })
  return steps
}
