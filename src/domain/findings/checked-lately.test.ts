import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnFinding } from '../../testing/drawn-findings'
import { storeItemKey } from '../table/store-item-key'
import { checkedLately } from './checked-lately'

const findings = fc.array(drawnFinding, { maxLength: 20 })
const day = fc.integer({ min: 19_998, max: 20_004 })

it('holds a store-item exactly when one of its findings lies in the window', () => {
  fc.assert(
    fc.property(findings, day, fc.integer({ min: 1, max: 4 }), (all, today, days) => {
      const checked = checkedLately(all, today, days)
      for (const { store, sku } of all) {
        const inWindow = all.some((other) => other.store === store && other.sku === sku && today - other.day >= 0 && today - other.day < days)
        expect(checked.has(storeItemKey(store, sku))).toBe(inWindow)
      }
    }),
  )
})
