import { weekday } from '../features/weekday'
import { fivePercent, quietShare, type Rule } from './rule'

/** Weeks that each weekday's share of quiet days is learned from. */
const weeks = 26

/**
 * Minus the sum, over the days since the last sale, of the log of that weekday's share of days without a sale
 * in the 26 weeks before. A maximum tolerable waiting time, as stock systems know it.
 */
export const waitingTimeByWeekday: Rule = {
  id: 'weekday_wait',
  name: 'Waiting time by weekday, chance below 5 %',
  threshold: fivePercent,
  reads: ['sold_today', 'day'],
  score({ length, firstDay, sold }, out, at) {
    const seen = new Float64Array(7)
    const selling = new Float64Array(7)
    let surprise = 0
    for (let i = 0; i < length; i++) {
      const today = weekday(firstDay + i)
      const sells = sold[i]! > 0
      // Before today is counted in: today's own outcome must not teach the share that judges it.
      surprise = sells ? 0 : surprise - Math.log(quietShare(seen[today]!, selling[today]!))
      out[at + i] = surprise
      seen[today]!++
      if (sells) selling[today]!++
      const gone = i - weeks * 7
      if (gone >= 0) {
        // The same weekday, whole weeks ago.
        seen[today]!--
        if (sold[gone]! > 0) selling[today]!--
      }
    }
  },
}
