import type { Rule } from './rule'

/** Days without a sale here x share of the other stores that sold the SKU within 7 days; 0 without other stores. */
export const othersSell: Rule = {
  id: 'others_sell',
  name: 'Other stores sell it, this one does not',
  threshold: null,
  reads: ['sold_today', 'peer_share_selling_7'],
  score({ length, silentDays, othersSelling }, out, at) {
    for (let i = 0; i < length; i++) {
      const share = othersSelling[i]!
      out[at + i] = silentDays[i]! * (share === share ? share : 0)
    }
  },
}
