/** The same SKU in other stores: an item that the whole chain stopped selling is no phantom. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { isSilent, windowSum } from '../group-totals'
import { noSaleYet } from '../peer-recency'
import type { SeriesDays } from '../series-days'

const demand = ['unitsSold', 'onHand', 'sku', 'store'] as const

const specs = [
  { name: 'peer_stores', family: 'peers', unit: 'stores', formula: 'Other stores that carry the SKU that day with a record above 0.', sources: ['onHand', 'sku', 'store'], phrase: 'other stores that carry it' },
  { name: 'peer_share_selling_7', family: 'peers', unit: 'share', formula: 'Share of peer_stores that sold it within 7 days; NaN without peers.', sources: demand, phrase: 'share of other stores that sold it in 7 days' },
  { name: 'peer_share_selling_28', family: 'peers', unit: 'share', formula: 'As peer_share_selling_7, within 28 days.', sources: demand, phrase: 'share of other stores that sold it in 28 days' },
  { name: 'peer_sold_vs_expected_7', family: 'peers', unit: 'ratio', formula: '(Units that the other stores sold + 1) / (units expected of them + 1), on-sale days of the last 7; NaN if none carries it.', sources: demand, phrase: 'sold against expected in other stores, 7 days' },
  { name: 'peer_sold_vs_expected_14', family: 'peers', unit: 'ratio', formula: 'As peer_sold_vs_expected_7, over 14 days.', sources: demand, phrase: 'sold against expected in other stores, 14 days' },
  { name: 'peer_sold_vs_expected_28', family: 'peers', unit: 'ratio', formula: 'As peer_sold_vs_expected_7, over 28 days.', sources: demand, phrase: 'sold against expected in other stores, 28 days' },
  { name: 'peer_sold_vs_expected_silence', family: 'peers', unit: 'ratio', formula: 'As peer_sold_vs_expected_7, over the days since this store\'s last sale (since its first day if it never sold; 1 on a day with a sale).', sources: demand, phrase: 'sold against expected in other stores since the last sale here' },
  { name: 'expected_since_sale_by_peers', family: 'peers', unit: 'units', formula: 'steady_expected_since_sale x (units that the other stores sold + 2) / (units expected of them + 2) since this store\'s last sale: what should have sold if demand moved as it did elsewhere; steady_expected_since_sale itself if no other store carries it.', sources: demand, phrase: 'units that should have sold since the last sale, as other stores went' },
  { name: 'zero_streak_log_p_by_peers', family: 'peers', unit: 'log', formula: 'As zero_streak_log_p_steady, with expected_since_sale_by_peers.', sources: demand, phrase: 'improbability of the silence, as other stores went (log)' },
  { name: 'peer_days_since_sale_min', family: 'peers', unit: 'days', formula: 'Least days since a sale among the other stores that carry it; NaN if none has sold it.', sources: demand, phrase: 'days since any other store sold it' },
  { name: 'peer_days_since_sale_typical', family: 'peers', unit: 'days', formula: 'exp(mean log(1 + days since sale)) - 1 over the other stores that carry and have sold it.', sources: demand, phrase: 'typical days since a sale in other stores' },
  { name: 'peer_share_silent', family: 'peers', unit: 'share', formula: 'Share of peer_stores whose own silence has a probability below .05; NaN without peers.', sources: demand, phrase: 'share of other stores where it is silent beyond chance' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

/** Expected units of other stores that pull what their sales say about demand towards "as ever". */
const trendUnits = 2

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { context, series, length, start, onHand, expectedSum, openSoldSum } = days
  const { sku, recency, demand: held, priors } = context
  const { soldSoFar, expectedSoFar, slots, stocked, silent } = sku
  const first = slots.firstSlotOfSeries[series]!
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const row = start + i
    let missed = held.steadyExpectedSinceSale[row]!
    const units = held.steadyUnits[row]! + priors.strength[row]!
    if (first < 0) {
      out[o + c.peer_stores] = 0
      for (let k = 1; k < specs.length; k++) out[o + k] = NaN
      out[o + c.expected_since_sale_by_peers] = missed
      out[o + c.zero_streak_log_p_by_peers] = -units * Math.log1p(missed / units)
      continue
    }
    const slot = first + i
    const mine = onHand[i]! > 0 ? 1 : 0
    const others = stocked[slot]! - mine
    const silence = held.daysSinceSale[row]!
    const sinceSale = mine === 1 && silence >= 0
    out[o + c.peer_stores] = others
    const share = others > 0 ? 1 / others : NaN
    out[o + c.peer_share_selling_7] = (recency.selling7[slot]! - (sinceSale && silence < 7 ? 1 : 0)) * share
    out[o + c.peer_share_selling_28] = (recency.selling28[slot]! - (sinceSale && silence < 28 ? 1 : 0)) * share
    out[o + c.peer_share_silent] = (silent[slot]! - (mine === 1 && isSilent(held, row) ? 1 : 0)) * share

    for (let k = 0; k < 4; k++) {
      const window = k === 0 ? 7 : k === 1 ? 14 : k === 2 ? 28 : silence < 0 ? i + 1 : silence
      let value = NaN
      if (others > 0) {
        if (window === 0) value = 1
        else {
          const w = i >= window ? i + 1 - window : 0
          const sold = windowSum(soldSoFar, slots.runStart, slot, window) - (openSoldSum[i + 1]! - openSoldSum[w]!)
          const expected = windowSum(expectedSoFar, slots.runStart, slot, window) - (expectedSum[i + 1]! - expectedSum[w]!)
          value = ((sold > 0 ? sold : 0) + 1) / ((expected > 0 ? expected : 0) + 1)
          if (k === 3) missed *= ((sold > 0 ? sold : 0) + trendUnits) / ((expected > 0 ? expected : 0) + trendUnits)
        }
      }
      out[o + c.peer_sold_vs_expected_7 + k] = value
    }

    out[o + c.expected_since_sale_by_peers] = missed
    out[o + c.zero_streak_log_p_by_peers] = -units * Math.log1p(missed / units)

    const least = sinceSale && recency.least[slot] === silence ? recency.secondLeast[slot]! : recency.least[slot]!
    const sellers = recency.sellers[slot]! - (sinceSale ? 1 : 0)
    const logDays = recency.logDays[slot]! - (sinceSale ? Math.log1p(silence) : 0)
    out[o + c.peer_days_since_sale_min] = least === noSaleYet ? NaN : least
    out[o + c.peer_days_since_sale_typical] = sellers > 0 ? Math.expm1(logDays > 0 ? logDays / sellers : 0) : NaN
  }
}

export const peers: Family = { specs, fill }
