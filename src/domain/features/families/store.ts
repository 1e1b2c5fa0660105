/** The category in this store, and the store as a whole: a closed day or a dead till is no phantom. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { type GroupTotals, isSilent, windowSum } from '../group-totals'
import type { SeriesDays } from '../series-days'

const inCategory = ['unitsSold', 'onHand', 'store', 'category'] as const
const inStore = ['unitsSold', 'onHand', 'store'] as const

const specs = [
  { name: 'category_sold_vs_expected_1', family: 'store', unit: 'ratio', formula: '(Units that the category\'s other items in this store sold + 1) / (units expected of them + 1), that day; NaN without a category or others in it.', sources: inCategory, phrase: 'category in this store against expectation, today' },
  { name: 'category_sold_vs_expected_7', family: 'store', unit: 'ratio', formula: 'As category_sold_vs_expected_1, over 7 days.', sources: inCategory, phrase: 'category in this store against expectation, 7 days' },
  { name: 'category_sold_vs_expected_28', family: 'store', unit: 'ratio', formula: 'As category_sold_vs_expected_1, over 28 days.', sources: inCategory, phrase: 'category in this store against expectation, 28 days' },
  { name: 'category_share_silent', family: 'store', unit: 'share', formula: 'Share of the category\'s other items in this store, record above 0, whose silence has a probability below .05.', sources: inCategory, phrase: 'share of the category silent beyond chance' },
  { name: 'store_sold_vs_expected_1', family: 'store', unit: 'ratio', formula: '(Units that the store\'s other items sold + 1) / (units expected of them + 1), that day, the day\'s traffic already counted in what is expected; NaN in a store with one item.', sources: inStore, phrase: 'whole store against expectation, today' },
  { name: 'store_sold_vs_expected_7', family: 'store', unit: 'ratio', formula: 'As store_sold_vs_expected_1, over 7 days.', sources: inStore, phrase: 'whole store against expectation, 7 days' },
  { name: 'store_share_silent', family: 'store', unit: 'share', formula: 'Share of the store\'s other items, record above 0, whose silence has a probability below .05.', sources: inStore, phrase: 'share of the store silent beyond chance' },
  { name: 'store_zero_share_excess', family: 'store', unit: 'share', formula: 'Share of the store\'s on-sale items without a sale that day - the share to expect by chance; NaN without on-sale items.', sources: inStore, phrase: 'items without a sale today beyond the usual' },
  { name: 'store_closed_today', family: 'store', unit: 'flag', formula: '1 where the whole store sold nothing though five items or more should have sold.', sources: inStore, phrase: 'store closed that day' },
  { name: 'days_since_store_closed', family: 'store', unit: 'days', formula: 'Days since store_closed_today was last 1; NaN if never.', sources: inStore, phrase: 'days since the store was closed' },
  { name: 'silences_ended_by_sale_share', family: 'store', unit: 'share', formula: '(s + 1) / (s + c + 2) over the silences of probability below .01 in the whole extract that ended before the day: s by a sale without a delivery since they began, c by a fall of the record to half or less without a sale.', sources: inStore, phrase: 'earlier silences here that ended by a sale' },
  { name: 'silences_settled', family: 'store', unit: 'silences', formula: 's + c of silences_ended_by_sale_share.', sources: inStore, phrase: 'earlier silences here whose end is known' },
  { name: 'silences_ended_by_sale_rate', family: 'store', unit: 'per 1000 days', formula: '1000 (s + .5) / (store-item-days with a record above 0 before the day + 500).', sources: inStore, phrase: 'silences that ended by a sale, per 1000 item-days' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { context, series, length, start, onHand } = days
  const { category, store, storeDays, demand, settled } = context
  const inCategory = category.slots.firstSlotOfSeries[series]!
  const inStore = store.slots.firstSlotOfSeries[series]!
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const mine = onHand[i]! > 0 ? 1 : 0
    const mineSilent = mine === 1 && isSilent(demand, start + i) ? 1 : 0
    if (inCategory >= 0) {
      const slot = inCategory + i
      const others = category.stocked[slot]! - mine
      out[o + c.category_sold_vs_expected_1] = soldVsExpected(category, slot, days, i, 1)
      out[o + c.category_sold_vs_expected_7] = soldVsExpected(category, slot, days, i, 7)
      out[o + c.category_sold_vs_expected_28] = soldVsExpected(category, slot, days, i, 28)
      out[o + c.category_share_silent] = others > 0 ? (category.silent[slot]! - mineSilent) / others : NaN
    } else for (let k = 0; k < 4; k++) out[o + k] = NaN

    const slot = inStore + i
    const others = store.stocked[slot]! - mine
    out[o + c.store_sold_vs_expected_1] = soldVsExpected(store, slot, days, i, 1)
    out[o + c.store_sold_vs_expected_7] = soldVsExpected(store, slot, days, i, 7)
    out[o + c.store_share_silent] = others > 0 ? (store.silent[slot]! - mineSilent) / others : NaN
    const onSale = storeDays.onSale[slot]!
    out[o + c.store_zero_share_excess] = onSale > 0 ? (storeDays.quiet[slot]! - storeDays.quietExpected[slot]!) / onSale : NaN
    out[o + c.store_closed_today] = storeDays.closed[slot]!
    const since = storeDays.daysSinceClosed[slot]!
    out[o + c.days_since_store_closed] = since >= 0 ? since : NaN
    const day = context.table.day[start + i]! - settled.firstDay
    const bySale = settled.endedBySale[day]!
    const byCorrection = settled.endedByCorrection[day]!
    out[o + c.silences_ended_by_sale_share] = (bySale + 1) / (bySale + byCorrection + 2)
    out[o + c.silences_settled] = bySale + byCorrection
    out[o + c.silences_ended_by_sale_rate] = (1000 * (bySale + 0.5)) / (settled.stockedDays[day]! + 500)
  }
}

/** (Sold + 1) / (expected + 1) of the group's other items over a window; NaN where none of them is stocked. */
function soldVsExpected(group: GroupTotals, slot: number, days: SeriesDays, i: number, window: number): number {
  if (group.stocked[slot]! - (days.onHand[i]! > 0 ? 1 : 0) <= 0) return NaN
  const w = i >= window ? i + 1 - window : 0
  const sold = windowSum(group.soldSoFar, group.slots.runStart, slot, window) - (days.openSoldSum[i + 1]! - days.openSoldSum[w]!)
  const expected = windowSum(group.expectedSoFar, group.slots.runStart, slot, window) - (days.expectedSum[i + 1]! - days.expectedSum[w]!)
  return ((sold > 0 ? sold : 0) + 1) / ((expected > 0 ? expected : 0) + 1)
}

export const store: Family = { specs, fill }
