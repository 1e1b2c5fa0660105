import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nothingChecked, todaysLists } from '../../../domain/alerts/today/todays-list'
import { drawnToday } from '../../../testing/drawn-today'
import { todaySections } from './today-sections'

const drawnLists = drawnToday.map(({ facts, scores }) => ({
  lists: todaysLists(facts, scores, { threshold: 0.1, perStore: 20, controls: false, putBack: new Set(), checked: () => nothingChecked }),
  placed: facts.placed,
}))
const order = fc.constantFrom('walking' as const, 'stake' as const)

test('never more than asked is drawn, what is left out is counted, and nothing is drawn twice', () => {
  fc.assert(
    fc.property(drawnLists, fc.integer({ min: 1, max: 60 }), order, ({ lists, placed }, most, by) => {
      const { sections, rows, left } = todaySections(lists, most, by, placed)
      const all = lists.flatMap(({ items }) => items.map(({ row }) => row))
      expect(rows.length).toBeLessThanOrEqual(most)
      expect(rows.length + left).toBe(all.length)
      expect(new Set(rows).size).toBe(rows.length)
      expect(rows.every((row) => all.includes(row))).toBe(true)
      expect(sections.flatMap(({ groups }) => groups.flatMap(({ items }) => items.map(({ row }) => row)))).toEqual(rows)
      if (all.length > 0) expect(rows.length).toBeGreaterThan(0)
    }),
  )
})

test('only the first store is ever cut off, and then at the end of its walk', () => {
  fc.assert(
    fc.property(drawnLists, fc.integer({ min: 1, max: 20 }), order, ({ lists, placed }, most, by) => {
      const few = todaySections(lists, most, by, placed)
      const whole = todaySections(lists, 1000, by, placed)
      const items = ({ groups }: (typeof few.sections)[number]) => groups.flatMap((group) => group.items)
      few.sections.forEach((section, at) => {
        const same = whole.sections.find(({ store }) => store === section.store)!
        if (at > 0) expect(items(section)).toEqual(items(same))
        else expect(items(section)).toEqual(items(same).slice(0, most))
      })
    }),
  )
})
