import type { Rule } from './rule'

/** Days since the last sale, since the first day seen where there was none. Suppliers' portals alert at 28. */
export const noSaleFor28Days: Rule = {
  id: 'no_sale_28',
  name: 'No sale for 28 days',
  threshold: 28,
  reads: ['sold_today'],
  score({ length, silentDays }, out, at) {
    for (let i = 0; i < length; i++) out[at + i] = silentDays[i]!
  },
}
