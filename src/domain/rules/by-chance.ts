import { drawNumber } from '../table/draw-number'
import type { Rule } from './rule'

/** Counting anywhere: a random order that is always the same for a store-item and day. 0 to 1. */
export const byChance: Rule = {
  id: 'random',
  name: 'Any shelf with stock on record',
  threshold: null,
  reads: ['store', 'sku', 'day'],
  score({ length, firstDay, store, sku }, out, at) {
    for (let i = 0; i < length; i++) out[at + i] = drawNumber(firstDay + i, store, sku) / 2 ** 32
  },
}
