import fc from 'fast-check'
import { expect, it } from 'vitest'
import { thresholdForChecks } from './threshold-for-checks'

const eighths = fc.integer({ min: 0, max: 8 }).map((n) => n / 8)
const item = fc.record({ store: fc.integer({ min: 0, max: 3 }), score: fc.oneof({ weight: 9, arbitrary: eighths }, fc.constant(NaN)), candidate: fc.boolean() })
type Item = { readonly store: number; readonly score: number; readonly candidate: boolean }

const solve = (items: readonly Item[], checks: number, where: 'average' | 'every-store') =>
  thresholdForChecks(
    { store: Int32Array.from(items, ({ store }) => store), candidate: Uint8Array.from(items, ({ candidate }) => Number(candidate)) },
    Float32Array.from(items, ({ score }) => score),
    checks,
    where,
  )

const scored = (items: readonly Item[]) => items.filter(({ score, candidate }) => candidate && !Number.isNaN(score))

/** Alerts by store at a threshold, counted one by one. */
function counted(items: readonly Item[], threshold: number): readonly number[] {
  const stores = [...new Set(scored(items).map(({ store }) => store))]
  return stores.map((each) => scored(items).filter(({ store, score }) => store === each && score >= threshold).length)
}
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)

const cases = fc.record({ items: fc.array(item, { maxLength: 30 }), checks: fc.integer({ min: 1, max: 8 }), where: fc.constantFrom('average' as const, 'every-store' as const) })

it('uses as many checks as any threshold may: the same as trying every score', () => {
  fc.assert(
    fc.property(cases, ({ items, checks, where }) => {
      const solution = solve(items, checks, where)
      const cuts = [...new Set(scored(items).map(({ score }) => score))]
      if (cuts.length === 0) {
        expect(solution).toBeNull()
        return
      }
      const fits = (threshold: number) => {
        const counts = counted(items, threshold)
        return where === 'average' ? sum(counts) <= checks * counts.length : counts.every((count) => count <= checks)
      }
      const fitting = cuts.filter(fits)
      expect(solution?.reached).toBe(fitting.length > 0)
      const best = fitting.length > 0 ? Math.min(...fitting) : Math.max(...cuts)
      expect(solution?.alerts).toBe(sum(counted(items, best)))
      expect(solution?.mostInAStore).toBe(Math.max(...counted(items, best)))
      expect(sum(counted(items, solution!.threshold))).toBe(solution?.alerts)
    }),
    { numRuns: 1000 },
  )
})

it('a store of its own with many sure alerts is strict for all stores only where each must keep within', () => {
  const busy = [0.9, 0.8, 0.7, 0.6].map((score): Item => ({ store: 0, score, candidate: true }))
  const quiet = [0.5, 0.1].map((score): Item => ({ store: 1, score, candidate: true }))
  expect(solve([...busy, ...quiet], 2, 'average')).toMatchObject({ reached: true, threshold: 0.6, alerts: 4, mostInAStore: 4, stores: 2 })
  expect(solve([...busy, ...quiet], 2, 'every-store')).toMatchObject({ reached: true, threshold: 0.8, alerts: 2, mostInAStore: 2, stores: 2 })
})
