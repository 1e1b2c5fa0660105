import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawnMeasuredRows, drawnModel } from '../../testing/drawn-measured-rows'
import { precisionAtChecks } from './precision-at-checks'

const most = 6

it('is the mean over every order among equals: the same as taking each store-day apart', () => {
  fc.assert(
    fc.property(drawnMeasuredRows, (rows) => {
      const scores = rows.scores.get(drawnModel)!
      const scored = [...scores.keys()].filter((row) => !Number.isNaN(scores[row]!))
      const points = precisionAtChecks(rows, { model: drawnModel, most })
      expect(points.map(({ checks }) => checks)).toEqual(scored.length === 0 ? [] : [1, 2, 3, 4, 5, 6])
      const storeDay = (row: number): string => `${rows.store[row]!} ${rows.day[row]!}`
      const storeDays = [...new Set(scored.map(storeDay))].map((one) => scored.filter((row) => storeDay(row) === one))
      const phantoms = scored.filter((row) => rows.labels[row] === 1).length
      for (const { checks, precision, recall } of points) {
        let hits = 0
        let done = 0
        for (const day of storeDays) {
          for (const row of day) {
            const above = day.filter((other) => scores[other]! > scores[row]!).length
            const tied = day.filter((other) => scores[other] === scores[row]).length
            const chance = Math.min(1, Math.max(0, checks - above) / tied)
            done += chance
            hits += chance * rows.labels[row]!
          }
        }
        expect(precision.value).toBeCloseTo(hits / done, 9)
        if (phantoms > 0) expect(recall.value).toBeCloseTo(hits / phantoms, 9)
        else expect(recall.value).toBeNaN()
      }
    }),
    { numRuns: 1000 },
  )
})
