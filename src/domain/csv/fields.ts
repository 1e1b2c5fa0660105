/**
 * The fields that an extract can hold: the schema as data. Parsing, mapping, the import
 * screen and the README's table are all driven by it.
 */
import type { OptionalNumericColumn, RequiredNumericColumn, TextColumn } from '../table/extract-table'

export type FieldKind = 'date' | 'identifier' | 'number' | 'flag' | 'text'

export interface Field {
  readonly name: FieldName
  readonly kind: FieldKind
  /** `always`: without it nothing can be scored. */
  readonly need: 'always' | 'expected' | 'optional'
  /** Plain words for the screen. */
  readonly label: string
  readonly meaning: string
  /** The table column that it fills; absent for those that place a row (date, store, SKU). */
  readonly column?: RequiredNumericColumn | OptionalNumericColumn | TextColumn | 'phantom'
}

export const fields = [
  { name: 'date', kind: 'date', need: 'always', label: 'Date', meaning: 'The day that the row describes.' },
  { name: 'sku_id', kind: 'identifier', need: 'always', label: 'SKU', meaning: 'The item number, kept as text.' },
  { name: 'on_hand', kind: 'number', need: 'always', label: 'On-hand', meaning: 'Recorded stock at close of day, in units. May be negative.', column: 'onHand' },
  { name: 'units_sold', kind: 'number', need: 'always', label: 'Units sold', meaning: 'Units sold that day. Negative means returns.', column: 'unitsSold' },
  { name: 'store_id', kind: 'identifier', need: 'expected', label: 'Store', meaning: 'The store number, kept as text. Without it one store is assumed.' },
  { name: 'forecast_units', kind: 'number', need: 'expected', label: 'Forecast', meaning: 'Units expected to sell that day. Without it we make our own from past sales.', column: 'forecastUnits' },
  { name: 'lead_time_forecast_units', kind: 'number', need: 'optional', label: 'Lead-time forecast', meaning: 'Units expected to sell until the next delivery can arrive.', column: 'leadTimeForecastUnits' },
  { name: 'units_received', kind: 'number', need: 'optional', label: 'Received', meaning: 'Units delivered that day.', column: 'unitsReceived' },
  { name: 'units_on_order', kind: 'number', need: 'optional', label: 'On order', meaning: 'Units ordered and not yet delivered.', column: 'unitsOnOrder' },
  { name: 'units_adjusted', kind: 'number', need: 'optional', label: 'Adjusted', meaning: 'Correction of the record that day, in units, with its sign.', column: 'unitsAdjusted' },
  { name: 'counted_units', kind: 'number', need: 'optional', label: 'Counted', meaning: 'What a physical count found that day.', column: 'countedUnits' },
  { name: 'price', kind: 'number', need: 'optional', label: 'Price', meaning: 'Shelf price of one unit.', column: 'price' },
  { name: 'unit_cost', kind: 'number', need: 'optional', label: 'Unit cost', meaning: 'Cost of one unit.', column: 'unitCost' },
  { name: 'on_promo', kind: 'flag', need: 'optional', label: 'On promotion', meaning: 'Whether the item was on promotion that day.', column: 'onPromo' },
  { name: 'min_display_units', kind: 'number', need: 'optional', label: 'Minimum display', meaning: 'Units that the shelf should show at least.', column: 'minDisplayUnits' },
  { name: 'case_pack', kind: 'number', need: 'optional', label: 'Case pack', meaning: 'Units in one delivery case.', column: 'casePack' },
  { name: 'category', kind: 'text', need: 'optional', label: 'Category', meaning: 'Merchandise category.', column: 'category' },
  { name: 'department', kind: 'text', need: 'optional', label: 'Department', meaning: 'Department of the store.', column: 'department' },
  { name: 'aisle', kind: 'text', need: 'optional', label: 'Aisle', meaning: 'Aisle of the shelf.', column: 'aisle' },
  { name: 'bin', kind: 'text', need: 'optional', label: 'Bin', meaning: 'Place in the aisle.', column: 'bin' },
  { name: 'item_name', kind: 'text', need: 'optional', label: 'Item name', meaning: 'What the item is called.', column: 'itemName' },
  { name: 'phantom', kind: 'flag', need: 'optional', label: 'Label', meaning: 'Known truth, 1 where the stock was phantom. Used to measure, never to score.', column: 'phantom' },
] as const satisfies readonly (Omit<Field, 'name'> & { readonly name: string })[]

export type FieldName = (typeof fields)[number]['name']

/** The field of that name. */
export function fieldNamed(name: FieldName): Field {
  return fields.find((field) => field.name === name)!
}
