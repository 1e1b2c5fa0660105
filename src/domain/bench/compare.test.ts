import { describe, expect, test } from 'vitest'
import { drawnMeasured } from '../../testing/drawn-measured'
import { compare, type CompareQuestion } from './compare'

const rows = drawnMeasured({ stores: 4, itemsPerStore: 30, days: 40, seed: 5 })
const asked: CompareQuestion['models'] = [
  { model: 'lgbm', threshold: 0.7 },
  { model: 'xgb', threshold: 0.85 },
  { model: 'lstm', threshold: 0.4 },
]
const columns = new Map(asked.map(({ model }) => [model, rows.scores.get(model)!]))
const common = Array.from({ length: rows.rows }, (_, row) => row).filter((row) => [...columns.values()].every((scores) => !Number.isNaN(scores[row]!)))
const alertsOf = (model: string, threshold: number) => new Set(common.filter((row) => columns.get(model)![row]! >= Math.fround(threshold)))
const phantomIn = (alerts: Iterable<number>) => [...alerts].filter((row) => rows.labels[row] === 1).length

describe.each(['own', { like: 'xgb' }] as const)('at %j', (at) => {
  const answer = compare(rows, { models: asked, at })

  test('only rows that all models have scored are compared', () => {
    expect(answer.rows).toBe(common.length)
    expect(answer.rows).toBeLessThan(rows.rows)
  })

  test('each model has the counts of a count by hand', () => {
    for (const { model, threshold, counts, precision, recall } of answer.models) {
      const alerts = alertsOf(model, threshold)
      const tp = phantomIn(alerts)
      const positives = phantomIn(common)
      expect(counts).toEqual({ tp, fp: alerts.size - tp, fn: positives - tp, tn: common.length - positives - (alerts.size - tp) })
      expect([precision.value, recall.value]).toEqual([tp / alerts.size, tp / positives])
    }
  })

  test('each pair shares the alerts that a count by hand says', () => {
    expect(answer.pairs.map(({ a, b }) => [a, b])).toEqual([['lgbm', 'xgb'], ['lgbm', 'lstm'], ['xgb', 'lstm']])
    const thresholds = new Map(answer.models.map(({ model, threshold }) => [model, threshold]))
    for (const { a, b, both, onlyA, onlyB, overlap } of answer.pairs) {
      const [ofA, ofB] = [alertsOf(a, thresholds.get(a)!), alertsOf(b, thresholds.get(b)!)]
      const shared = [...ofA].filter((row) => ofB.has(row))
      expect(both).toMatchObject({ alerts: shared.length, phantom: phantomIn(shared) })
      expect(onlyA).toMatchObject({ alerts: ofA.size - shared.length, phantom: phantomIn(ofA) - phantomIn(shared) })
      expect(onlyB).toMatchObject({ alerts: ofB.size - shared.length, phantom: phantomIn(ofB) - phantomIn(shared) })
      expect(overlap).toBe(shared.length / new Set([...ofA, ...ofB]).size)
    }
  })
})

test('at own thresholds nothing is moved; at equal workload none raises more alerts than the one it follows, nor could raise one step more', () => {
  expect(compare(rows, { models: asked, at: 'own' }).models.map(({ threshold }) => threshold)).toEqual([0.7, 0.85, 0.4])
  const { models } = compare(rows, { models: asked, at: { like: 'xgb' } })
  const level = models[1]!.counts.tp + models[1]!.counts.fp
  expect(models[1]!.threshold).toBe(0.85)
  for (const { model, threshold, counts } of models) {
    expect(counts.tp + counts.fp).toBeLessThanOrEqual(level)
    const below = Math.max(...common.map((row) => columns.get(model)![row]!).filter((score) => score < Math.fround(threshold)))
    if (model !== 'xgb') expect(alertsOf(model, below).size).toBeGreaterThan(level)
  }
})

test('a model with more alerts at its highest score than there are checks raises none', () => {
  const tied = { ...rows, scores: new Map([...rows.scores, ['flat', new Float32Array(rows.rows).fill(0.5)]]) }
  const { models } = compare(tied, { models: [asked[1]!, { model: 'flat', threshold: 0.5 }], at: { like: 'xgb' } })
  expect(models[1]!.counts).toMatchObject({ tp: 0, fp: 0 })
})

test('models that have scored nothing here are left out', () => {
  expect(compare(rows, { models: [...asked, { model: 'nobody', threshold: 0.5 }], at: 'own' }).models).toHaveLength(3)
  expect(compare(rows, { models: [], at: 'own' })).toEqual({ rows: 0, models: [], pairs: [] })
})
