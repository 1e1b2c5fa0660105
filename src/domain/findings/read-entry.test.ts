import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnEntry, drawnFinding } from '../../testing/drawn-findings'
import { readEntry } from './read-entry'

it('takes every entry as it is', () => {
  fc.assert(
    fc.property(drawnEntry, (entry) => {
      expect(readEntry(structuredClone(entry))).toEqual(entry)
    }),
  )
})

it('takes nothing else, and brings nothing down', () => {
  fc.assert(fc.property(fc.anything(), (value) => readEntry(value) === null))
  fc.assert(
    fc.property(drawnFinding, fc.constantFrom('set', 'store', 'day', 'outcome', 'counted', 'note', 'enteredAt'), (finding, part) => {
      expect(readEntry({ ...finding, [part]: {} })).toBeNull()
    }),
  )
})
