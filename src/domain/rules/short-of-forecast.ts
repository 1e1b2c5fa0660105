import type { Rule } from './rule'

const window = 7
/** A day is short where less than this share of its forecast sold. */
const shortShare = 0.3
/** The part of a score that breaks ties: always less than one short day. */
const tieBreak = 0.99

/** Days of the last 7 that sold less than .3 of their forecast; among equals, the larger forecast of the week first. */
export const shortOfForecast: Rule = {
  id: 'short_of_forecast',
  name: 'Under 30 % of forecast on 3 of 7 days',
  threshold: 3,
  reads: ['sold_today', 'sales_gap'],
  score({ length, sold, forecast }, out, at) {
    for (let i = 0; i < length; i++) {
      let short = 0
      let week = 0
      for (let day = Math.max(0, i + 1 - window); day <= i; day++) {
        // A forecast of nothing cannot be fallen short of, not even by returns.
        if (forecast[day]! > 0 && sold[day]! < shortShare * forecast[day]!) short++
        week += forecast[day]!
      }
      out[at + i] = short + tieBreak * (week / (week + 1))
    }
  },
}
