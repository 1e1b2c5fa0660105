/** The few reasons worth reading: ranked by what their evidence adds to the score. */
import { allReasons } from './all-reasons'
import type { Attribution } from './attribution'
import type { Reason, Words } from './reason'
import type { RowFacts } from './row-facts'

export const mostReasons = 4
/** What a further sentence of a group counts beside the one before it, so that the reasons do not all say the same. */
const furtherOfGroup = 0.5

export interface Reasons {
  readonly missing: readonly Reason[]
  readonly there: readonly Reason[]
}

/**
 * At most `mostReasons` sentences in all, those first whose group of evidence moves this model the
 * most in the direction that they speak for. One place is kept for the side that loses, where it has
 * anything to say: an alert also tells what speaks against it.
 *
 * @param attribution null where no model could be asked: then the groups stand in their usual order
 */
export function reasonsOf(facts: RowFacts, attribution: Attribution | null, isAlert: boolean, words: Words): Reasons {
  const share = new Map(attribution?.shares.map(({ group, value }) => [group, value]))
  const ranked = (side: Reason['speaksFor']) => {
    const held = allReasons(facts, words).filter(({ speaksFor }) => speaksFor === side)
    const pulls = held.map(({ group }, i) => {
      const pull = (share.get(group) ?? 0) * (side === 'missing' ? 1 : -1)
      const before = held.slice(0, i).filter((other) => other.group === group).length
      return pull > 0 ? pull * furtherOfGroup ** before : pull
    })
    // Sorting is stable: within a group the stronger sentence stays first.
    const order = held.map((_, i) => i).sort((a, b) => pulls[b]! - pulls[a]!)
    return order.map((i) => held[i]!)
  }
  const [missing, there] = [ranked('missing'), ranked('there')]
  const [leading, other] = isAlert ? [missing, there] : [there, missing]
  const kept = other.slice(0, Math.max(Math.min(1, other.length), mostReasons - leading.length))
  const led = leading.slice(0, mostReasons - kept.length)
  return isAlert ? { missing: led, there: kept } : { missing: kept, there: led }
}
