import { windowStart } from '../features/series-days'
import type { Rule } from './rule'

/** The earlier weeks end this many days ago and begin at `earliest` days ago. */
const latest = 56
const earliest = 140

/** 1 - mean sales of the last 4 weeks over that of weeks 8 to 20; no answer where nothing sold in those. */
export const velocityDrop: Rule = {
  id: 'velocity_drop',
  name: 'Sales down 70 % on weeks 8 to 20',
  threshold: 0.7,
  reads: ['sold_today'],
  score(days, out, at) {
    const { length, soldSum } = days
    for (let i = 0; i < length; i++) {
      const from = windowStart(i, earliest)
      const to = Math.max(i + 1 - latest, 0)
      const earlier = to > from ? (soldSum[to]! - soldSum[from]!) / (to - from) : 0
      out[at + i] = earlier > 0 ? 1 - days.meanSold28(i) / earlier : NaN
    }
  },
}
