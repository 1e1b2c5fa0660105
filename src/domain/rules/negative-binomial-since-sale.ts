import { fivePercent, type Rule } from './rule'

/**
 * Negative binomial size by units a day, with straight lines in between: real demand is burstier than Poisson.
 * Estimated from four-week windows of the M5 competition's daily sales.
 */
const unitsADay = [0.3, 0.75, 1.5, 3.5, 8]
const sizes = [1.1, 1.5, 1.8, 2, 3.9]

/** Size at a mean of `units` a day; outside the table's range that of its nearest end. */
export function negativeBinomialSize(units: number): number {
  const above = unitsADay.findIndex((known) => known >= units)
  if (above === 0) return sizes[0]!
  if (above < 0) return sizes.at(-1)!
  const [low, high] = [unitsADay[above - 1]!, unitsADay[above]!]
  const share = (units - low) / (high - low)
  return sizes[above - 1]! * (1 - share) + sizes[above]! * share
}

/** -log of the chance of no sale since the last one: each day negative binomial with its forecast as mean. */
export const negativeBinomialSinceSale: Rule = {
  id: 'negative_binomial',
  name: 'Forecast since last sale, negative binomial chance below 5 %',
  threshold: fivePercent,
  reads: ['sold_today', 'sales_gap'],
  score({ length, sold, forecast }, out, at) {
    let surprise = 0
    for (let i = 0; i < length; i++) {
      const size = negativeBinomialSize(forecast[i]!)
      surprise = sold[i]! > 0 ? 0 : surprise + size * Math.log1p(forecast[i]! / size)
      out[at + i] = surprise
    }
  },
}
