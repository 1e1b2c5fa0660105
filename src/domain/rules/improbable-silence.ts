import { fivePercent, quietShare, type Rule } from './rule'

/** Days before the silence that the share of quiet days is learned from. */
const window = 90

/** -n log p0: p0 is the share of days without a sale among the 90 days before the n days of silence. */
export const improbableSilence: Rule = {
  id: 'p0_run',
  name: 'Run of no-sale days, chance below 5 %',
  threshold: fivePercent,
  reads: ['sold_today'],
  score({ length, silentDays, sellingSum }, out, at) {
    for (let i = 0; i < length; i++) {
      const n = silentDays[i]!
      const end = i + 1 - n
      const from = Math.max(end - window, 0)
      out[at + i] = -n * Math.log(quietShare(end - from, sellingSum[end]! - sellingSum[from]!))
    }
  },
}
