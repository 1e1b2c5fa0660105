/** The families of features in plain words. */
import type { FeatureFamily } from '../../../domain/features/feature-spec'

const words: Readonly<Record<FeatureFamily, { readonly name: string; readonly about: string }>> = {
  stock: { name: 'Stock on record', about: 'how much is on record, and for how many days of sales it would last' },
  sales: { name: 'Sales', about: 'what sold today and lately, and the days since the last sale' },
  rate: { name: 'Rate of demand', about: 'how fast the item should sell, held through its silence, and how improbable the silence is' },
  shortfall: { name: 'Short of the forecast', about: 'how far sales stay below what was expected' },
  ledger: { name: 'Ledger', about: 'days on which the record does not add up, corrections and counts' },
  replenishment: { name: 'Deliveries', about: 'orders and deliveries, and what sold after them' },
  peers: { name: 'Other stores', about: 'whether the same item sells elsewhere at the same time' },
  store: { name: 'The store itself', about: 'whether the whole store or the category is quiet' },
  calendar: { name: 'Calendar', about: 'the day of the week' },
  price: { name: 'Price and promotion', about: 'changes of price, promotions and their ends' },
  history: { name: 'Length of history', about: 'how long the item has been seen, and how completely' },
}

/** A family that is not in the catalog goes by its own name. */
export function familyWords(family: string): { readonly name: string; readonly about: string } {
  return Object.entries(words).find(([known]) => known === family)?.[1] ?? { name: family, about: '' }
}
