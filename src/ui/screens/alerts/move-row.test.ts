import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveRow } from './move-row'

it('never leaves the list', () => {
  fc.assert(
    fc.property(fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'), fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 50 }), (key, a, b, page) => {
      const next = moveRow(key, Math.min(a, b), Math.max(a, b), page)
      expect(next).toBeGreaterThanOrEqual(0)
      expect(next).toBeLessThanOrEqual(Math.max(a, b))
    }),
  )
})

it('leaves other keys alone', () => {
  expect(moveRow('Tab', 3, 9, 5)).toBeNull()
})
