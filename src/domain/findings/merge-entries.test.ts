import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnEntry } from '../../testing/drawn-findings'
import { placeKey } from './finding'
import { mergeEntries, type EntriesByPlace } from './merge-entries'

const entries = fc.array(drawnEntry, { maxLength: 30 })
const none: EntriesByPlace = new Map()

it('comes to the same in whatever order and portions entries arrive', () => {
  fc.assert(
    fc.property(entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), fc.nat(30), ([all, shuffled], cut) => {
      const portions = mergeEntries(mergeEntries(none, shuffled.slice(0, cut)), shuffled.slice(cut))
      expect(Object.fromEntries(portions)).toEqual(Object.fromEntries(mergeEntries(none, all)))
    }),
  )
})

it('keeps the last entry of each place and loses no place', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const merged = mergeEntries(none, all)
      expect(new Set(merged.keys())).toEqual(new Set(all.map(placeKey)))
      for (const entry of all) expect(merged.get(placeKey(entry))!.enteredAt).toBeGreaterThanOrEqual(entry.enteredAt)
    }),
  )
})

it('gives back the same map where nothing is new', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const merged = mergeEntries(none, all)
      expect(mergeEntries(merged, all)).toBe(merged)
    }),
  )
})
