import { fivePercent, type Rule } from './rule'

/** Units forecast since the last sale: e to the minus of it is Poisson's chance of no sale. */
export const forecastSinceSale: Rule = {
  id: 'poisson',
  name: 'Forecast since last sale, Poisson chance below 5 %',
  threshold: fivePercent,
  reads: ['sold_today', 'sales_gap'],
  score({ length, sold, forecast }, out, at) {
    let missed = 0
    for (let i = 0; i < length; i++) {
      missed = sold[i]! > 0 ? 0 : missed + forecast[i]!
      out[at + i] = missed
    }
  },
}
