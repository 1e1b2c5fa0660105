/** Which field the words of a header speak of. */
import type { FieldName } from './fields'
import { headerConcepts, type Meanings } from './header-concepts'
import type { Concept } from './header-lexicon'

interface Rule {
  /** One word for each of these must stand in the header. */
  readonly must: readonly (readonly Concept[])[]
  /** Nothing else may. */
  readonly may: readonly Concept[]
  readonly trust: number
}

/** Understood, but no name that a list has: less sure than one. */
const clear = 0.87
/** Clear enough to need no click, where nothing clearer stands beside it. */
const fair = 0.83
/** To be asked about. */
const doubtful = 0.6

/** The first rule of a field that fits gives the trust. Values refute what words alone confuse, such as the day of a sale and the sales of a day. */
const rules: Readonly<Partial<Record<FieldName, readonly Rule[]>>> = {
  date: [{ must: [['date', 'day']], may: ['date', 'day', 'occasion', 'sales', 'stock', 'store', 'closing', 'code'], trust: clear }],
  store_id: [
    { must: [['store']], may: ['store', 'code'], trust: clear },
    { must: [['store'], ['name']], may: ['store', 'name'], trust: fair },
  ],
  sku_id: [
    { must: [['item']], may: ['item', 'code'], trust: clear },
    { must: [['barcode']], may: ['barcode', 'item', 'code'], trust: fair },
    { must: [['stock'], ['code']], may: ['stock', 'code'], trust: fair },
  ],
  on_hand: [
    { must: [['stock']], may: ['stock', 'unit', 'closing', 'store', 'item', 'day', 'total'], trust: clear },
    { must: [['closing'], ['unit']], may: ['closing', 'unit', 'day'], trust: fair },
    { must: [['stock'], ['available', 'opening', 'counted']], may: ['stock', 'available', 'opening', 'counted', 'unit', 'store', 'item', 'day'], trust: doubtful },
  ],
  units_sold: [
    { must: [['sales'], ['unit']], may: ['sales', 'unit', 'day', 'item', 'total', 'store', 'stock'], trust: clear },
    { must: [['sales']], may: ['sales', 'day', 'item', 'total', 'store'], trust: fair },
  ],
  forecast_units: [{ must: [['forecast']], may: ['forecast', 'sales', 'demand', 'unit', 'day', 'item'], trust: clear }],
  units_received: [{ must: [['received']], may: ['received', 'unit', 'item', 'day', 'stock'], trust: clear }],
  units_on_order: [{ must: [['ordered']], may: ['ordered', 'pending', 'unit', 'item', 'stock'], trust: clear }],
  units_adjusted: [{ must: [['adjusted']], may: ['adjusted', 'stock', 'unit', 'item'], trust: clear }],
  counted_units: [{ must: [['counted']], may: ['counted', 'stock', 'unit', 'item'], trust: clear }],
  price: [{ must: [['price']], may: ['price', 'sales', 'unit', 'item', 'store', 'closing'], trust: clear }],
  unit_cost: [
    { must: [['cost']], may: ['cost', 'unit', 'item', 'price'], trust: clear },
    { must: [['purchase'], ['price']], may: ['purchase', 'price', 'unit', 'item', 'total'], trust: clear },
  ],
  on_promo: [{ must: [['promo']], may: ['promo', 'flag', 'item', 'day'], trust: clear }],
  min_display_units: [{ must: [['minimum'], ['display', 'stock']], may: ['minimum', 'display', 'stock', 'unit', 'store'], trust: clear }],
  case_pack: [{ must: [['pack']], may: ['pack', 'unit'], trust: clear }],
  category: [{ must: [['group']], may: ['group', 'item', 'name', 'code'], trust: clear }],
  department: [{ must: [['department']], may: ['department', 'name', 'code'], trust: clear }],
  aisle: [{ must: [['aisle']], may: ['aisle', 'code'], trust: clear }],
  bin: [{ must: [['bin']], may: ['bin', 'code'], trust: clear }],
  item_name: [{ must: [['name']], may: ['name', 'item'], trust: clear }],
}

/** 0 to 1: trust in a header as the name of a field, from the words that it is made of; 0 where they say another thing, or one is not known. */
export function conceptTrust(header: string, field: FieldName): number {
  const found = rules[field]
  const words = found ? headerConcepts(header) : null
  if (!found || !words) return 0
  return found.find((rule) => fits(words, rule))?.trust ?? 0
}

function fits(words: readonly Meanings[], { must, may }: Rule): boolean {
  return words.every((word) => may.some((concept) => word.has(concept))) && must.every((either) => words.some((word) => either.some((concept) => word.has(concept))))
}
