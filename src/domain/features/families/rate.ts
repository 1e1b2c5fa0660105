/** How much should have sold, under a rate that silence does not lower, and how odd the silence is. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { logNoSale } from '../no-sale-probability'
import type { SeriesDays } from '../series-days'

const specs = [
  { name: 'held_rate', family: 'rate', unit: 'units/day', formula: 'Discounted units sold / discounted on-sale exposure up to the last sale (half-life 35 on-sale days), shrunk by a gamma prior to the same SKU in other stores. Exposure since the last sale counts up to one expected unit, the rest is held apart until the next sale; before the first sale all counts. From days before the day.', sources: ['unitsSold', 'onHand', 'store', 'sku', 'onPromo'], phrase: 'usual daily sales' },
  { name: 'steady_rate', family: 'rate', unit: 'units/day', formula: 'As held_rate, with a half-life of 240 on-sale days: of a slow item the recent days hold too few sales.', sources: ['unitsSold', 'onHand', 'store', 'sku', 'onPromo'], phrase: 'usual daily sales over all its days' },
  { name: 'prior_rate', family: 'rate', unit: 'units/day', formula: 'What the item should sell before its own sales are looked at: the mean rate of the same SKU in other stores at this store\'s size, averaged with the store\'s typical item; that item alone without other stores.', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'daily sales of the like elsewhere' },
  { name: 'own_units_behind_rate', family: 'rate', unit: 'units', formula: 'Discounted units sold that held_rate rests on, up to the last sale before the day; 0 before the first.', sources: ['unitsSold', 'onHand'], phrase: 'own sales that the usual daily sales rest on' },
  { name: 'own_units_behind_steady_rate', family: 'rate', unit: 'units', formula: 'As own_units_behind_rate, of steady_rate.', sources: ['unitsSold', 'onHand'], phrase: 'own sales that the steady daily sales rest on' },
  { name: 'expected_since_sale', family: 'rate', unit: 'units', formula: 'Units expected on the on-sale days since the last sale: sum of held_rate x weekday x promotion x the store\'s traffic. Its negative is the Poisson log-probability of the silence.', sources: ['unitsSold', 'onHand', 'store', 'sku', 'onPromo'], phrase: 'units that should have sold since the last sale' },
  { name: 'steady_expected_since_sale', family: 'rate', unit: 'units', formula: 'As expected_since_sale, at steady_rate.', sources: ['unitsSold', 'onHand', 'store', 'sku', 'onPromo'], phrase: 'units that should have sold since the last sale, by all its days' },
  { name: 'zero_streak_log_p_nb', family: 'rate', unit: 'log', formula: 'Log-probability of no sale since the last one under negative-binomial demand with the expected units of each day and the item\'s own excess variation.', sources: ['unitsSold', 'onHand', 'store', 'sku', 'onPromo'], phrase: 'improbability of the silence (log)' },
  { name: 'zero_streak_log_p_gamma', family: 'rate', unit: 'log', formula: '-u log(1 + expected_since_sale / u), u the own units behind the rate + what the prior is worth in units: the log-probability of the silence under Poisson demand whose rate is known no better than u units tell (gamma).', sources: ['unitsSold', 'onHand', 'store', 'sku', 'onPromo'], phrase: 'improbability of the silence, the rate being uncertain (log)' },
  { name: 'zero_streak_log_p_steady', family: 'rate', unit: 'log', formula: 'As zero_streak_log_p_gamma, at steady_rate and the own units behind that.', sources: ['unitsSold', 'onHand', 'store', 'sku', 'onPromo'], phrase: 'improbability of the silence by all its days (log)' },
  { name: 'zero_streak_log_p_p0', family: 'rate', unit: 'log', formula: 'n x log(p0): n on-sale days since the last sale, p0 share of on-sale days without a sale up to it; NaN before the first sale.', sources: ['unitsSold', 'onHand', 'store'], phrase: 'improbability of the silence by past silent days (log)' },
  { name: 'zero_streak_log_p_weekday', family: 'rate', unit: 'log', formula: 'As zero_streak_log_p_p0, with a share for each weekday shrunk to that of all days.', sources: ['unitsSold', 'onHand', 'store', 'day'], phrase: 'improbability of the silence by weekday (log)' },
  { name: 'forecast_since_sale', family: 'rate', unit: 'units', formula: 'Sum of the forecast over the on-sale days since the last sale.', sources: ['forecastUnits', 'unitsSold', 'onHand'], phrase: 'units forecast since the last sale' },
  { name: 'forecast_streak_log_p_nb', family: 'rate', unit: 'log', formula: 'As zero_streak_log_p_nb, with the forecast as the expected units.', sources: ['forecastUnits', 'unitsSold', 'onHand'], phrase: 'improbability of the silence by the forecast (log)' },
  { name: 'forecast_vs_held_rate', family: 'rate', unit: 'log', formula: 'log((forecast + .02) / (held_rate x weekday x promotion + .02)): a forecast that has sunk with the sales is below 0.', sources: ['forecastUnits', 'unitsSold', 'onHand'], phrase: 'forecast against usual sales' },
  { name: 'recent_vs_held_rate', family: 'rate', unit: 'log', formula: 'log((mean_sold_28 + .05) / (held_rate + .05)).', sources: ['unitsSold', 'onHand', 'store', 'sku'], phrase: 'sales of 28 days against usual sales' },
  { name: 'demand_excess', family: 'rate', unit: 'ratio', formula: 'Excess variation a in variance = mean + a x mean^2, from the item\'s own on-sale days, shrunk to what is usual at its rate; .02 to 3.', sources: ['unitsSold', 'onHand'], phrase: 'unsteadiness of demand' },
  { name: 'p_unavailable', family: 'rate', unit: 'share', formula: 'Probability that nothing sellable is in the store, from a two-state forward filter over sales, deliveries and corrections up to the day.', sources: ['unitsSold', 'onHand', 'unitsReceived', 'unitsAdjusted', 'store', 'sku'], phrase: 'chance that the shelf is empty, by sales alone' },
  { name: 'p_unavailable_steady', family: 'rate', unit: 'share', formula: 'As p_unavailable, at steady_rate.', sources: ['unitsSold', 'onHand', 'unitsReceived', 'unitsAdjusted', 'store', 'sku'], phrase: 'chance that the shelf is empty, by all its days' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start, sold, forecast, soldSum, knownSum } = days
  const { demand, priors } = days.context
  let forecastMissed = 0
  let forecastLogP = 0
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const row = start + i
    if (sold[i]! > 0) forecastMissed = forecastLogP = 0
    else if (demand.expected[row]! > 0 && forecast[i]! > 0) {
      forecastMissed += forecast[i]!
      forecastLogP += logNoSale(forecast[i]!, demand.excess[row]!)
    }
    const w = i >= 28 ? i - 27 : 0
    const mean28 = (soldSum[i + 1]! - soldSum[w]!) / (knownSum[i + 1]! - knownSum[w]!)
    out[o + c.held_rate] = demand.rate[row]!
    out[o + c.steady_rate] = demand.steadyRate[row]!
    out[o + c.prior_rate] = priors.mean[row]!
    out[o + c.own_units_behind_rate] = demand.ownUnits[row]!
    out[o + c.own_units_behind_steady_rate] = demand.steadyUnits[row]!
    out[o + c.expected_since_sale] = demand.expectedSinceSale[row]!
    out[o + c.steady_expected_since_sale] = demand.steadyExpectedSinceSale[row]!
    out[o + c.zero_streak_log_p_nb] = demand.logPNegativeBinomial[row]!
    const units = demand.ownUnits[row]! + priors.strength[row]!
    out[o + c.zero_streak_log_p_gamma] = -units * Math.log1p(demand.expectedSinceSale[row]! / units)
    const allUnits = demand.steadyUnits[row]! + priors.strength[row]!
    out[o + c.zero_streak_log_p_steady] = -allUnits * Math.log1p(demand.steadyExpectedSinceSale[row]! / allUnits)
    out[o + c.zero_streak_log_p_p0] = demand.logPNoSaleShare[row]!
    out[o + c.zero_streak_log_p_weekday] = demand.logPWeekdayShare[row]!
    out[o + c.forecast_since_sale] = forecastMissed
    out[o + c.forecast_streak_log_p_nb] = forecastLogP
    out[o + c.forecast_vs_held_rate] = Math.log(((forecast[i]! > 0 ? forecast[i]! : 0) + 0.02) / (demand.ourForecast[row]! + 0.02))
    out[o + c.recent_vs_held_rate] = Math.log(((mean28 < 0 ? 0 : mean28) + 0.05) / (demand.rate[row]! + 0.05))
    out[o + c.demand_excess] = demand.excess[row]!
    out[o + c.p_unavailable] = demand.unavailable[row]!
    out[o + c.p_unavailable_steady] = demand.steadyUnavailable[row]!
  }
}

export const rate: Family = { specs, fill }
