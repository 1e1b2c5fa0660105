import { expect, it } from 'vitest'
import { randomNumbers, randomTable } from '../../testing/random-table'
import { tableFromText } from '../../testing/table-from-text'
import { featureCount, featureNames } from '../features/catalog'
import { computeFeatureBlock } from '../features/compute-block'
import { buildFeatureContext } from '../features/context'
import type { FeatureQuantiles } from '../scoring/model-manifest'
import type { ExtractTable } from '../table/extract-table'
import { extractDrift, leastHistoryLearned } from './extract-drift'
import { featureDrift, type FeatureReference } from './feature-drift'
import { FeatureSample } from './feature-sample'
import { countAtOrBelow } from './population-stability'

function sampled(table: ExtractTable, leastHistory: number, cuts: readonly number[] = [table.seriesCount]): FeatureSample {
  const context = buildFeatureContext(table)
  const sample = new FeatureSample(table, leastHistory)
  let from = 0
  for (const to of cuts) {
    sample.add(computeFeatureBlock(context, from, to))
    from = to
  }
  return sample
}

/** The reference that a training on this sample would have written. */
function learnedFrom(sample: FeatureSample): FeatureReference {
  const quantiles = (feature: string): FeatureQuantiles => {
    const values = Float32Array.from(sample.column(feature) ?? []).sort()
    const known = values.filter((value) => !Number.isNaN(value))
    if (known.length === 0) return { deciles: [], missing: 1 }
    const deciles = Array.from({ length: 11 }, (_, k) => known[Math.round((k * (known.length - 1)) / 10)]!)
    return { deciles, missing: 1 - known.length / values.length, at_or_below: deciles.map((decile) => countAtOrBelow(known, known.length, decile) / known.length) }
  }
  return Object.fromEntries(featureNames.map((name) => [name, quantiles(name)]))
}

const table = randomTable({ seed: 5, stores: 4, skus: 12, days: 90 })

it('an extract does not differ from itself, however it is cut into blocks', () => {
  const reference = learnedFrom(sampled(table, 14))
  const drift = extractDrift(table, sampled(table, 14, [3, 4, 20, table.seriesCount]), reference)
  expect(drift.features).toHaveLength(featureCount)
  for (const { feature, psi, band } of drift.features) if (band !== 'unknown') expect([feature, psi < 1e-6]).toEqual([feature, true])
  expect(new Set(drift.features.map(({ band }) => band))).toEqual(new Set(drift.features.some(({ band }) => band === 'unknown') ? ['steady', 'unknown'] : ['steady']))
})

it('looks at rows with stock on record and as much history as the training had, and at no other', () => {
  const sample = sampled(table, 14)
  let rows = 0
  for (let series = 0; series < table.seriesCount; series++)
    for (let row = table.seriesStart[series]!; row < table.seriesStart[series + 1]!; row++) if (row - table.seriesStart[series]! >= 13 && table.onHand[row]! > 0) rows++
  expect(sample.rows).toBe(rows)
  expect(sample.rowsThatCount).toBe(rows)
  expect(Math.min(...(sample.column('history_days') ?? []))).toBe(14)
  expect(Math.min(...(sample.column('DailyBOH') ?? []))).toBeGreaterThan(0)
})

it('puts what stands farthest first, and what single training worlds are known for below what is new', () => {
  const reference = learnedFrom(sampled(table, 14))
  const on = reference['DailyBOH']!
  const moved: FeatureReference = {
    ...reference,
    DailyBOH: { ...on, deciles: on.deciles.map((value) => value * 50) },
    sold_today: { ...reference['sold_today']!, deciles: reference['sold_today']!.deciles.map((value) => value + 40), psi_of_worlds: 100 },
    units_on_order: { deciles: [0, 1, 2], missing: 0.2, at_or_below: [0.3, 0.6, 1] },
    day_of_week: { deciles: [], missing: 1 },
  }
  const bare: ExtractTable = { ...table, optional: { ...table.optional, unitsOnOrder: null } }
  const all = featureDrift(sampled(bare, 14), moved)
  const bandOf = (name: string) => all.find(({ feature }) => feature === name)?.band
  expect(all[0]?.feature).toBe('DailyBOH')
  expect(bandOf('DailyBOH')).toBe('far')
  expect(bandOf('units_on_order')).toBe('absent')
  expect(bandOf('sold_today')).toBe('usual')
  expect(bandOf('day_of_week')).toBe('unknown')
})

it('few store-items are not called moved for what chance gives them', () => {
  const random = randomNumbers(3)
  const few = randomTable({ seed: Math.floor(random() * 1e6), stores: 1, skus: 3, days: 60 })
  const sample = sampled(few, 14)
  const reference = learnedFrom(sampled(randomTable({ seed: 77, stores: 1, skus: 3, days: 60 }), 14))
  const day = featureDrift(sample, { day_of_week: reference['day_of_week']! })[0]
  expect(day?.band).toBe('steady')
})

it('says how long items were seen, and how many for too few days to alert', () => {
  const lines = (sku: string, days: number) => Array.from({ length: days }, (_, day) => `${sku} ${day} 1 5`).join('\n')
  const drawn = tableFromText(`sku day sold on_hand\n${lines('A', 40)}\n${lines('B', 27)}\n${lines('C', 28)}`)
  expect(extractDrift(drawn, sampled(drawn, 14), {}).history).toEqual({ series: 3, tooShort: 1, medianDays: 28 })
})

it('the history that the training began with is the least that its rows had', () => {
  expect(leastHistoryLearned({ history_days: { deciles: [14, 20, 30], missing: 0 } })).toBe(14)
  expect(leastHistoryLearned({})).toBe(1)
})

it('a value beyond everything that was learned is counted', () => {
  const reference = learnedFrom(sampled(table, 14))
  const on = reference['DailyBOH']!
  const lowest = on.deciles[0]!
  const narrow: FeatureReference = { DailyBOH: { ...on, deciles: on.deciles.map((value) => Math.min(value, lowest + 1)) } }
  const sample = sampled(table, 14)
  const values = [...(sample.column('DailyBOH') ?? [])]
  expect(featureDrift(sample, narrow)[0]?.beyond).toBeCloseTo(values.filter((value) => value > lowest + 1).length / values.length, 9)
})
