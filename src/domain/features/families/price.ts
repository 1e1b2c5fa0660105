/** Price and promotion: demand falls when a promotion ends, and that is no phantom. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import type { SeriesDays } from '../series-days'

const specs = [
  { name: 'price_vs_mean_28', family: 'price', unit: 'ratio', formula: 'Price / mean known price of the last 28 days; NaN without a price above 0.', sources: ['price'], phrase: 'price against its mean of 28 days' },
  { name: 'price_vs_highest', family: 'price', unit: 'ratio', formula: 'Price / highest price so far in this extract: below 1 is a markdown.', sources: ['price'], phrase: 'price against its highest' },
  { name: 'on_promo', family: 'price', unit: 'flag', formula: '1 on promotion, 0 not; NaN where unknown.', sources: ['onPromo'], phrase: 'on promotion' },
  { name: 'days_since_promo_end', family: 'price', unit: 'days', formula: 'Days since the last day on promotion (0 on one); NaN if none or unknown.', sources: ['onPromo'], phrase: 'days since the last promotion' },
  { name: 'promo_share_28', family: 'price', unit: 'share', formula: 'Share of the last 28 days, known days only, on promotion.', sources: ['onPromo'], phrase: 'share of 28 days on promotion' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)
/** Less than this is no price. */
const smallestPrice = 1e-4

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start, price } = days
  const { onPromo } = days.context.table.optional
  let sum = 0
  let known = 0
  let highest = NaN
  let promoKnown = 0
  let promoDays = 0
  let promoOn = NaN
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const now = price[i]! >= smallestPrice ? price[i]! : NaN
    if (now === now) {
      sum += now
      known++
      if (!(highest >= now)) highest = now
    }
    if (i >= 28 && price[i - 28]! >= smallestPrice) {
      sum -= price[i - 28]!
      known--
    }
    out[o + c.price_vs_mean_28] = now / (sum / known)
    out[o + c.price_vs_highest] = now / highest

    const promo = onPromo ? onPromo[start + i]! : NaN
    if (promo === promo) {
      promoKnown++
      if (promo > 0) {
        promoDays++
        promoOn = i
      }
    }
    if (onPromo && i >= 28) {
      const gone = onPromo[start + i - 28]!
      if (gone === gone) {
        promoKnown--
        if (gone > 0) promoDays--
      }
    }
    out[o + c.on_promo] = promo === promo ? (promo > 0 ? 1 : 0) : NaN
    out[o + c.days_since_promo_end] = i - promoOn
    out[o + c.promo_share_28] = promoKnown > 0 ? promoDays / promoKnown : NaN
  }
}

export const price: Family = { specs, fill }
