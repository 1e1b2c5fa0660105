import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnToday } from '../../../testing/drawn-today'
import { randomTable } from '../../../testing/random-table'
import { isCandidate } from '../../table/extract-table'
import { alertDays, countByDay } from './alert-days'
import { overview } from './overview'

const thresholds = fc.double({ min: 0, max: 1, noNaN: true })

test('stores add up to all, and so do departments', () => {
  fc.assert(
    fc.property(drawnToday, thresholds, ({ facts, scores }, threshold) => {
      const { all, byStore, byDepartment } = overview(facts, scores, threshold)
      for (const parts of [byStore, byDepartment]) {
        const sum = (of: 'alerts' | 'judged' | 'unitsAtRisk') => parts.reduce((total, { figures }) => total + figures[of], 0)
        expect(sum('alerts')).toBe(all.alerts)
        expect(sum('judged')).toBe(all.judged)
        expect(sum('unitsAtRisk')).toBeCloseTo(all.unitsAtRisk, 3)
      }
    }),
  )
})

test('a higher threshold never adds an alert or a risk', () => {
  fc.assert(
    fc.property(drawnToday, thresholds, thresholds, ({ facts, scores }, one, other) => {
      const low = overview(facts, scores, Math.min(one, other)).all
      const high = overview(facts, scores, Math.max(one, other)).all
      expect(high.alerts).toBeLessThanOrEqual(low.alerts)
      expect(high.unitsAtRisk).toBeLessThanOrEqual(low.unitsAtRisk + 1e-9)
      expect(high.judged).toBe(low.judged)
    }),
  )
})

test('alerts a day are those that counting row by row gives, at any threshold', () => {
  fc.assert(
    fc.property(fc.integer(), thresholds, (seed, threshold) => {
      const table = randomTable({ seed, stores: 2, skus: 5, days: 60 })
      const scores = Float32Array.from({ length: table.rowCount }, (_, row) => (row % 11 === 0 ? NaN : ((row * 37 + seed) % 101) / 100))
      const none = new Float64Array(table.rowCount)
      const source = { table, scores: new Map([['lgbm', scores]]), daysSinceSale: new Int32Array(table.rowCount), missedUnits: new Float32Array(table.rowCount), unitsPerDay: none, ourForecast: none }
      const expected = new Map<number, { alerts: number; judged: number }>()
      for (let series = 0; series < table.seriesCount; series++) {
        for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) {
          if (!isCandidate(table, series, row) || Number.isNaN(scores[row]!)) continue
          const day = expected.get(table.day[row]!) ?? { alerts: 0, judged: 0 }
          expected.set(table.day[row]!, { alerts: day.alerts + (scores[row]! >= Math.fround(threshold) ? 1 : 0), judged: day.judged + 1 })
        }
      }
      const counted = countByDay(alertDays(source, 'lgbm'), threshold)
      expect(counted).toEqual([...expected].sort(([a], [b]) => a - b).map(([day, { alerts, judged }]) => ({ day, alerts, judged })))
      expect(countByDay(alertDays(source, 'rf'), threshold)).toEqual([])
    }),
    { numRuns: 30 },
  )
})
