/** Deliveries: a record that stands above its reorder point never asks for more. */
import { columnsOf, type Family, type FeatureSpec } from '../feature-spec'
import { knownQuantity } from '../known-quantity'
import { windowStart, type SeriesDays } from '../series-days'

const receiptParts = ['unitsReceived', 'onHand', 'unitsSold', 'unitsAdjusted'] as const

const specs = [
  { name: 'days_since_receipt', family: 'replenishment', unit: 'days', formula: 'Days since the last delivery (told, else inferred from a rise of on-hand by 2 units or more beyond sales and corrections); NaN if none in this extract.', sources: receiptParts, phrase: 'days since the last delivery' },
  { name: 'received_28', family: 'replenishment', unit: 'units', formula: 'Units received in the last 28 days.', sources: receiptParts, phrase: 'units delivered in 28 days' },
  { name: 'receipts_since_sale', family: 'replenishment', unit: 'deliveries', formula: 'Deliveries on days after the last sale (all, if it never sold).', sources: receiptParts, phrase: 'deliveries since the last sale' },
  { name: 'received_since_sale', family: 'replenishment', unit: 'units', formula: 'Units received on days after the last sale.', sources: receiptParts, phrase: 'units delivered since the last sale' },
  { name: 'sold_since_receipt', family: 'replenishment', unit: 'units', formula: 'Units sold since the last delivery, its day included; NaN without one.', sources: receiptParts, phrase: 'units sold since the last delivery' },
  { name: 'expected_since_receipt', family: 'replenishment', unit: 'units', formula: 'Units expected since the last delivery, its day included; NaN without one.', sources: receiptParts, phrase: 'units expected since the last delivery' },
  { name: 'mean_receipt_interval', family: 'replenishment', unit: 'days', formula: 'Days from the first to the last delivery / (deliveries - 1); NaN with fewer than 2.', sources: receiptParts, phrase: 'usual days between deliveries' },
  { name: 'receipt_overdue', family: 'replenishment', unit: 'ratio', formula: 'days_since_receipt / mean_receipt_interval.', sources: receiptParts, phrase: 'time since the last delivery against the usual' },
  { name: 'on_hand_vs_order_point', family: 'replenishment', unit: 'log', formula: 'log((max(0, on-hand) + 1) / (b + 1)), b the on-hand before past deliveries, discounted by .7 a delivery; NaN before a delivery with a known day before it. Above 0 the system sees no need to order; below 0 without a delivery it has stopped ordering, as for a delisted item.', sources: receiptParts, phrase: 'on-hand against the level at which deliveries came' },
  { name: 'days_at_order_point', family: 'replenishment', unit: 'days', formula: 'Unbroken days up to the day with on-hand at or below that level and no delivery; NaN before it is known.', sources: receiptParts, phrase: 'days without a delivery though stock was low' },
  { name: 'units_on_order', family: 'replenishment', unit: 'units', formula: 'Units ordered and not yet delivered; NaN where unknown.', sources: ['unitsOnOrder'], phrase: 'units on order' },
  { name: 'days_on_order', family: 'replenishment', unit: 'days', formula: 'Unbroken days with units on order and no delivery, up to the day; NaN where unknown.', sources: ['unitsOnOrder', 'unitsReceived'], phrase: 'days on order without a delivery' },
  { name: 'on_hand_vs_display', family: 'replenishment', unit: 'ratio', formula: 'On-hand / minimum display; NaN without one above 0.', sources: ['onHand', 'minDisplayUnits'], phrase: 'on-hand against the minimum display' },
  { name: 'days_without_display', family: 'replenishment', unit: 'days', formula: 'Days since the minimum display fell to 0 or was left empty, 0 while it is above; NaN before it ever was.', sources: ['minDisplayUnits'], phrase: 'days since the item lost its place on the shelf plan' },
  { name: 'on_hand_vs_case_pack', family: 'replenishment', unit: 'ratio', formula: 'On-hand / units in a case; NaN without a case above 0.', sources: ['onHand', 'casePack'], phrase: 'on-hand in cases' },
  { name: 'lead_time_cover', family: 'replenishment', unit: 'ratio', formula: 'On-hand / (lead-time forecast + 1); NaN where unknown.', sources: ['onHand', 'leadTimeForecastUnits'], phrase: 'on-hand against the forecast until the next delivery' },
] as const satisfies readonly FeatureSpec[]

const c = columnsOf(specs)

/** What a delivery leaves of the weight of those before it. */
const deliveryKeep = 0.7

function fill(days: SeriesDays, out: Float32Array, at: number, stride: number): void {
  const { length, start, onHand, sold, received, receivedSum, openSoldSum, expectedSum } = days
  const { unitsOnOrder, minDisplayUnits, casePack, leadTimeForecastUnits } = days.context.table.optional
  let receipts = 0
  let first = 0
  let last = NaN
  let sinceSale = 0
  let unitsSinceSale = 0
  let onOrderDays = 0
  let orderPoint = NaN
  let lowDays = 0
  let displayedOn = NaN
  for (let i = 0, o = at; i < length; i++, o += stride) {
    const row = start + i
    const units = received[i]!
    if (units > 0) {
      if (receipts === 0) first = i
      receipts++
      last = i
      sinceSale++
      unitsSinceSale += units
      const before = i > 0 ? onHand[i - 1]! : NaN
      if (before === before) orderPoint = orderPoint === orderPoint ? deliveryKeep * orderPoint + (1 - deliveryKeep) * before : before
    }
    if (sold[i]! > 0) sinceSale = unitsSinceSale = 0
    const interval = receipts > 1 ? (last - first) / (receipts - 1) : NaN
    out[o + c.days_since_receipt] = i - last
    out[o + c.received_28] = receivedSum[i + 1]! - receivedSum[windowStart(i, 28)]!
    out[o + c.receipts_since_sale] = sinceSale
    out[o + c.received_since_sale] = unitsSinceSale
    out[o + c.sold_since_receipt] = last === last ? openSoldSum[i + 1]! - openSoldSum[last]! : NaN
    out[o + c.expected_since_receipt] = last === last ? expectedSum[i + 1]! - expectedSum[last]! : NaN
    out[o + c.mean_receipt_interval] = interval
    out[o + c.receipt_overdue] = (i - last) / interval

    const now = onHand[i]!
    lowDays = now <= orderPoint && !(units > 0) ? lowDays + 1 : 0
    out[o + c.on_hand_vs_order_point] = Math.log(((now < 0 ? 0 : now) + 1) / ((orderPoint < 0 ? 0 : orderPoint) + 1))
    out[o + c.days_at_order_point] = orderPoint === orderPoint ? lowDays : NaN

    const onOrder = unitsOnOrder ? knownQuantity(unitsOnOrder[row]!) : NaN
    onOrderDays = onOrder > 0 && !(units > 0) ? onOrderDays + 1 : 0
    out[o + c.units_on_order] = onOrder
    out[o + c.days_on_order] = onOrder === onOrder ? onOrderDays : NaN
    if (minDisplayUnits && knownQuantity(minDisplayUnits[row]!) > 0) displayedOn = i
    out[o + c.days_without_display] = i - displayedOn
    out[o + c.on_hand_vs_display] = ratio(onHand[i]!, minDisplayUnits, row)
    out[o + c.on_hand_vs_case_pack] = ratio(onHand[i]!, casePack, row)
    const ahead = leadTimeForecastUnits ? knownQuantity(leadTimeForecastUnits[row]!) : NaN
    out[o + c.lead_time_cover] = onHand[i]! / ((ahead < 0 ? 0 : ahead) + 1)
  }
}

/** value / column at row; NaN unless the column is there and at least a thousandth. */
function ratio(value: number, column: Float64Array | null, row: number): number {
  const by = column ? knownQuantity(column[row]!) : NaN
  return by >= 0.001 ? value / by : NaN
}

export const replenishment: Family = { specs, fill }
