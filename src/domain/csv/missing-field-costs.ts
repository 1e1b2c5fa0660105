/** What it costs to score without a field, in plain words. Shown on the Data quality screen. */
import type { FieldName } from './fields'

export const costOfMissing: Readonly<Partial<Record<FieldName, string>>> = {
  store_id: 'All rows are taken as one store; no store can be compared with another.',
  forecast_units: 'Expected sales are our own estimate from past sales, by weekday.',
  lead_time_forecast_units: 'Stock cannot be compared with what should sell before the next delivery.',
  units_received: 'Deliveries are not seen: the record cannot be followed unit by unit, and a delivery with no sale after it gives no hint.',
  units_on_order: 'Stock on its way is not seen.',
  units_adjusted: 'Corrections of the record look like errors of the record.',
  counted_units: 'Recent counts are not known, so an item that was just counted may be listed.',
  price: 'No lost sales in money; alerts are ranked in units.',
  unit_cost: 'No value at cost.',
  on_promo: 'The end of a promotion can look like a shelf that went empty.',
  min_display_units: 'Stock that only fills the display is not told from stock for sale.',
  case_pack: 'Stock of a part of a case is not told from full cases.',
  category: 'Items cannot be compared with others of their category in the store.',
  department: 'The list cannot be grouped by department.',
  aisle: 'The list cannot be put in walking order.',
  bin: 'The list cannot name the place in the aisle.',
  item_name: 'Items are shown by their number alone.',
  phantom: 'Precision and recall cannot be measured on this extract; the bundled test worlds are shown in its place.',
}
