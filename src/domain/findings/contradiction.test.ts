import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnFinding } from '../../testing/drawn-findings'
import { contradiction } from './contradiction'

it('speaks only where a count and an outcome cannot both be so', () => {
  expect(contradiction({ outcome: 'not-found', counted: 3 })).toBe('counted-some')
  expect(contradiction({ outcome: 'backroom', counted: 0 })).toBe('counted-none')
  expect(contradiction({ outcome: 'not-found', counted: 0 })).toBeNull()
  expect(contradiction({ outcome: 'on-shelf', counted: 3 })).toBeNull()
  expect(contradiction({ outcome: 'not-ranged', counted: 0 })).toBeNull()
})

it('never speaks without a count', () => {
  fc.assert(fc.property(drawnFinding, (finding) => contradiction({ ...finding, counted: null }) === null))
})
