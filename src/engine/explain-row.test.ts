/** The toy graphs are sums, so that every share can be computed by hand. */
import { beforeAll, describe, expect, it } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import { attributionOf, type Attribution } from '../domain/explain/attribution'
import type { EvidenceId } from '../domain/explain/evidence-groups'
import { featureCount, featureNames } from '../domain/features/catalog'
import { toyFeatures, toyModels } from '../testing/toy-models'
import { BlockScorer } from './block-scorer'
import { daysWeighed } from './explain-row'
import { readModelFolder } from './load-models'

/** What each day sold, and what was on record. */
const sold = (day: number) => (day % 5) / 16
const onHand = (day: number) => 3 + (day % 3)

function daysOf(count: number): Float32Array {
  const values = new Float32Array(count * featureCount)
  for (let day = 0; day < count; day++) {
    values[day * featureCount + featureNames.indexOf('sold_today')] = sold(day)
    values[day * featureCount + featureNames.indexOf('DailyBOH')] = onHand(day)
    values[day * featureCount + featureNames.indexOf('history_days')] = day + 1
  }
  return values
}
const soldBetween = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => sold(from + i)).reduce((sum, units) => sum + units, 0)

let scorer: BlockScorer
beforeAll(async () => {
  const read = await Promise.all(Object.keys(toyFeatures).map((id) => readModelFolder(toyModels(), id)))
  ;({ scorer } = await BlockScorer.open(await readRuntimeWasm(), read.map((model) => model.bytes!)))
})

async function explained(days: number): Promise<Record<string, Attribution>> {
  const scores = await scorer.explain({ values: daysOf(days) })
  return Object.fromEntries([...scores].map(([id, given]) => [id, attributionOf(id, given)]))
}
const shareOf = ({ shares }: Attribution, id: EvidenceId) => shares.find(({ group }) => group === id)!.value

describe('a row explained by graphs that only add', () => {
  it('gives each group what its own features add, against what is typical: missing, which counts as 0', async () => {
    const { lgbm, xgb, rf } = await explained(9)
    expect(shareOf(lgbm!, 'sales')).toBeCloseTo(0.5 * sold(8), 5)
    expect(shareOf(lgbm!, 'record')).toBeCloseTo(-0.25 * onHand(8), 5)
    expect(shareOf(xgb!, 'record')).toBeCloseTo(0.5 * onHand(8), 5)
    expect(shareOf(rf!, 'circumstances')).toBeCloseTo(0.5 * 9, 5)
    expect([lgbm!.base, lgbm!.olderDays, lgbm!.daysLeftOut]).toEqual([0, 0, 0])
  })

  it('gives nothing to a group that the model does not read', async () => {
    const { lgbm, lstm } = await explained(9)
    for (const id of ['ledger', 'deliveries', 'otherStores', 'thisStore', 'circumstances'] as const) expect(shareOf(lgbm!, id)).toBe(0)
    expect(shareOf(lstm!, 'record')).toBe(0)
  })

  it('replaces a group on every day of a series, not on the last alone', async () => {
    const { lstm } = await explained(20)
    expect(shareOf(lstm!, 'sales')).toBeCloseTo(0.1 * soldBetween(0, 20), 5)
  })

  it('tells what the days add that are too many to be weighed, and still sums to the whole', async () => {
    const days = daysWeighed + 60
    const { lstm } = await explained(days)
    expect(lstm!.daysLeftOut).toBe(60)
    expect(shareOf(lstm!, 'sales')).toBeCloseTo(0.1 * soldBetween(60, days), 4)
    expect(lstm!.olderDays).toBeCloseTo(0.1 * soldBetween(0, 60), 4)
    expect(lstm!.score).toBeCloseTo(0.1 * soldBetween(0, days), 4)
  })
})
