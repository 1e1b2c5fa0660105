import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import { daysToFind } from './days-to-find'
import type { MeasuredRows } from './measured-rows'

/** Spells found by the definition in words: for each store-item, phantom days by their dates. */
function spellsInWords(rows: MeasuredRows): readonly { readonly days: readonly number[]; readonly seen: boolean }[] {
  const found: { days: number[]; seen: boolean }[] = []
  for (let item = 0; item < rows.items; item++) {
    const own = [...rows.item.keys()].filter((row) => rows.item[row] === item)
    const rowOn = new Map(own.map((row) => [rows.day[row]!, row]))
    const isPhantom = (day: number): boolean => rowOn.has(day) && rows.labels[rowOn.get(day)!] === 1
    for (const day of rowOn.keys()) {
      if (!isPhantom(day) || isPhantom(day - 1)) continue
      const days: number[] = []
      for (let on = day; isPhantom(on); on++) days.push(rowOn.get(on)!)
      if (days.length >= 3) found.push({ days, seen: rowOn.has(day - 1) })
    }
  }
  return found
}

describe('days to find', () => {
  it('are those of each spell taken apart', () => {
    fc.assert(
      fc.property(drawnMeasuredRows, fc.integer({ min: 0, max: 10 }).map((step) => step / 10), (rows, threshold) => {
        const scores = rows.scores.get(drawnModel)!
        const known = spellsInWords(rows).filter(({ days }) => days.some((row) => !Number.isNaN(scores[row]!)))
        const answer = daysToFind(rows, { model: drawnModel, threshold, most: 12 })
        if (answer === null) {
          expect(known).toEqual([])
          return
        }
        const wait = ({ days }: { readonly days: readonly number[] }): number => days.findIndex((row) => scores[row]! >= Math.fround(threshold))
        const inSight = known.filter(({ seen }) => seen)
        expect([answer.spells, answer.seenFromStart]).toEqual([known.length, inSight.length])
        expect(answer.found.value).toBeCloseTo(known.filter((spell) => wait(spell) >= 0).length / known.length, 12)
        for (const { days, share } of answer.withinDays) {
          if (inSight.length === 0) expect(share.value).toBeNaN()
          else expect(share.value).toBeCloseTo(inSight.filter((spell) => wait(spell) >= 0 && wait(spell) <= days).length / inSight.length, 12)
        }
        const waits = inSight.map(wait).filter((days) => days >= 0)
        const median = waits.toSorted((a, b) => a - b).find((days) => 2 * waits.filter((other) => other <= days).length >= waits.length)
        expect(answer.medianDays).toBe(median ?? NaN)
      }),
      { numRuns: 1000 },
    )
  })
})
