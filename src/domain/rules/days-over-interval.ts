import type { Rule } from './rule'

/** Days before the silence that the usual interval between sales is learned from, and the fewest that it is divided by. */
const window = 90
const fewestDays = 7

/**
 * n x L: days without a sale, times the mean units a day of the 90 days before them. Alerting at n > N / L is
 * alerting at n x L > N. 0 where nothing has sold.
 */
export const daysOverInterval: Rule = {
  id: 'n_over_rate',
  name: 'No sale for three times the usual interval',
  threshold: 3,
  reads: ['sold_today'],
  score({ length, silentDays, soldSum }, out, at) {
    for (let i = 0; i < length; i++) {
      const n = silentDays[i]!
      const end = i + 1 - n
      const from = Math.max(end - window, 0)
      out[at + i] = (n * (soldSum[end]! - soldSum[from]!)) / Math.max(end - from, fewestDays)
    }
  },
}
