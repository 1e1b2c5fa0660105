/** What the record says is there. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { windowStart, type SeriesDays } from '../series-days'

const specs = [
  { name: 'DailyBOH', family: 'stock', unit: 'units', formula: 'Recorded on-hand at close of day; NaN where unreadable.', sources: ['onHand'], phrase: 'recorded on-hand' },
  { name: 'stock_ratio_7', family: 'stock', unit: 'days', formula: 'On-hand / mean units sold a day over the last 7 days with known sales; the mean is at least half a unit over these days.', sources: ['onHand', 'unitsSold'], phrase: 'days of sales on hand, by the last 7 days' },
  { name: 'stock_ratio_14', family: 'stock', unit: 'days', formula: 'As stock_ratio_7, over 14 days.', sources: ['onHand', 'unitsSold'], phrase: 'days of sales on hand, by the last 14 days' },
  { name: 'stock_ratio_28', family: 'stock', unit: 'days', formula: 'As stock_ratio_7, over 28 days.', sources: ['onHand', 'unitsSold'], phrase: 'days of sales on hand, by the last 28 days' },
  { name: 'days_of_cover', family: 'stock', unit: 'days', formula: 'On-hand / held_rate.', sources: ['onHand', 'unitsSold'], phrase: 'days that the recorded stock should last' },
  { name: 'on_hand_unchanged_days', family: 'stock', unit: 'days', formula: 'Days since the recorded on-hand last changed (0 on the day of a change); NaN where unreadable.', sources: ['onHand'], phrase: 'days with unchanged recorded on-hand' },
  { name: 'on_hand_mean_28', family: 'stock', unit: 'units', formula: 'Mean on-hand of the last 28 days, readable days only.', sources: ['onHand'], phrase: 'mean recorded on-hand of 28 days' },
  { name: 'on_hand_sd_28', family: 'stock', unit: 'units', formula: 'Standard deviation (population) of on-hand over the last 28 days.', sources: ['onHand'], phrase: 'spread of recorded on-hand in 28 days' },
  { name: 'on_hand_vs_max_90', family: 'stock', unit: 'ratio', formula: 'On-hand / greatest on-hand of the last 90 days; NaN where that is not above 0.', sources: ['onHand'], phrase: 'on-hand against its highest of 90 days' },
  { name: 'negative_on_hand_days_90', family: 'stock', unit: 'days', formula: 'Days of the last 90 with on-hand below 0.', sources: ['onHand'], phrase: 'days with negative on-hand in 90' },
  { name: 'days_since_negative_on_hand', family: 'stock', unit: 'days', formula: 'Days since on-hand was last below 0; NaN if never.', sources: ['onHand'], phrase: 'days since the record was negative' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

/** Days in a ring buffer that holds the window's candidates for its maximum, newest last. */
const maximumWindow = 90
const ring = new Int32Array(128)

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start, onHand, soldSum, knownSum, onHandSum, onHandSquareSum, onHandKnownSum } = days
  const { rate } = days.context.demand
  let changedOn = 0
  let negativeOn = NaN
  let negatives = 0
  let head = 0
  let tail = 0
  let last = NaN
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const now = onHand[i]!
    out[o + c.DailyBOH] = now
    out[o + c.stock_ratio_7] = now / meanSold(soldSum, knownSum, i, 7)
    out[o + c.stock_ratio_14] = now / meanSold(soldSum, knownSum, i, 14)
    out[o + c.stock_ratio_28] = now / meanSold(soldSum, knownSum, i, 28)
    out[o + c.days_of_cover] = now / rate[start + i]!

    if (now === now) {
      if (now !== last) changedOn = i
      last = now
    }
    out[o + c.on_hand_unchanged_days] = now === now ? i - changedOn : NaN

    const w = windowStart(i, 28)
    const known = onHandKnownSum[i + 1]! - onHandKnownSum[w]!
    const mean = (onHandSum[i + 1]! - onHandSum[w]!) / known
    const variance = (onHandSquareSum[i + 1]! - onHandSquareSum[w]!) / known - mean * mean
    out[o + c.on_hand_mean_28] = known > 0 ? mean : NaN
    out[o + c.on_hand_sd_28] = known > 0 ? Math.sqrt(variance > 0 ? variance : 0) : NaN

    while (head !== tail && ring[head & 127]! <= i - maximumWindow) head++
    if (now === now) {
      while (head !== tail && onHand[ring[(tail - 1) & 127]!]! <= now) tail--
      ring[tail++ & 127] = i
    }
    const highest = head === tail ? NaN : onHand[ring[head & 127]!]!
    out[o + c.on_hand_vs_max_90] = highest > 0 ? now / highest : NaN

    if (now < 0) {
      negativeOn = i
      negatives++
    }
    if (i >= 90 && onHand[i - 90]! < 0) negatives--
    out[o + c.negative_on_hand_days_90] = negatives
    out[o + c.days_since_negative_on_hand] = i - negativeOn
  }
}

/** Mean units a day, at least half a unit over the days known; NaN where none is. */
function meanSold(soldSum: Float64Array, knownSum: Float64Array, i: number, window: number): number {
  const w = windowStart(i, window)
  const known = knownSum[i + 1]! - knownSum[w]!
  const sold = soldSum[i + 1]! - soldSum[w]!
  return known > 0 ? (sold > 0.5 ? sold : 0.5) / known : NaN
}

export const stock: Family = { specs, fill }
