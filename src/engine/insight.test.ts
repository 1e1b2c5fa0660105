/** The toy graphs are sums of two features, so that what a model makes of them can be computed by hand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import type { AlertRow } from '../domain/alerts/alert-row'
import type { Dependence, InsightQuestion, Reliance } from '../domain/insight/insight-question'
import type { Scenario } from '../domain/what-if/scenario'
import type { WhatIfAnswer } from '../domain/what-if/what-if-answer'
import { drawnExtract } from '../testing/drawn-extract'
import { realmMakers } from '../testing/realm-workers'
import { sigmoid, toyModels, withToyFormula } from '../testing/toy-models'
import type { Engine, Progress } from './engine'
import { InlineEngine } from './inline-engine'
import { WorkerEngine } from './worker-engine'

const ignore = () => undefined
/** Milliseconds; a busy machine takes its time to start workers. */
const patience = 60_000
const source = toyModels(withToyFormula)
const makers = {
  inline: () => new InlineEngine({ wasm: readRuntimeWasm, source }),
  worker: () => new WorkerEngine({ make: realmMakers(), scorers: 2, wasm: readRuntimeWasm, source }),
} satisfies Record<string, () => Engine>

describe.each(['inline', 'worker'] as const)('the %s engine looks into a row and into a model', { timeout: patience }, (kind) => {
  let engine: Engine
  let rows: readonly AlertRow[]

  beforeAll(async () => {
    engine = makers[kind]()
    await engine.load()
    const file = new Blob([drawnExtract({ stores: 3, skus: 20, days: 60, labels: true })])
    const proposal = await engine.propose(file).done
    if (!proposal.ok) throw new Error(proposal.fault.sentence)
    await engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore).done
    await engine.score(ignore, ignore).done
    const view = await engine.view({ model: 'lgbm', scope: { kind: 'all' }, store: null, category: null, search: '', order: { column: 'day', descending: false } })
    rows = await engine.rows(view.rows.filter((_, i) => i % 97 === 0))
  }, patience)
  afterAll(() => engine.dispose())

  async function asked(row: number, scenario: Scenario): Promise<WhatIfAnswer> {
    const outcome = await engine.whatIf({ row, scenario })
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    return outcome.value
  }
  async function look<Answer>(question: InsightQuestion, onProgress: (progress: Progress) => void = ignore): Promise<Answer> {
    const outcome = await engine.insight(question, onProgress).done
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    return outcome.value as Answer
  }

  it('a row as it is gets its own scores, all models and their combination, to the last bit', async () => {
    expect(rows.length).toBeGreaterThan(10)
    for (const { row, probabilities, missedUnits } of rows) {
      expect(await asked(row, {})).toMatchObject({ probabilities, missedUnits, changes: [] })
    }
  })

  it('a row with another record and another last sale gets the scores of just that', async () => {
    const { row, daysSinceSale } = rows.find((one) => (one.daysSinceSale ?? 0) > 5)!
    const { probabilities, ...after } = await asked(row, { onHand: 3, daysSinceSale: 2 })
    expect([after.daysSinceSale, after.changes.map((change) => change.kind)]).toEqual([2, ['sale-added', 'record', 'record']])
    expect(daysSinceSale).toBeGreaterThan(5)
    expect(probabilities['lgbm']).toBeCloseTo(sigmoid(0.5 * 0 - 0.25 * 3), 6)
    expect(probabilities['xgb']).toBeCloseTo(sigmoid(0.5 * 3 - 0.25 * 0), 6)
    expect((await engine.rows(Uint32Array.of(row)))[0]).toEqual(rows.find((one) => one.row === row))
  })

  it('what cannot be asked of a row is said, and the engine goes on', async () => {
    expect(await engine.whatIf({ row: rows[0]!.row, scenario: { onHand: -1 } })).toMatchObject({ ok: false, fault: { code: 'on-hand-not-above-zero', field: 'onHand' } })
    expect((await asked(rows[0]!.row, {})).changes).toEqual([])
  })

  it('what a model makes of a feature is what its graph says, on average over the rows', async () => {
    const fractions: number[] = []
    const { values, mean, low, high, lines, rows: tried, whereMissing, spread } = await look<Dependence>({ kind: 'dependence', model: 'lgbm', feature: 'sold_today', rows: { kind: 'all' } }, ({ fraction }) => fractions.push(fraction))
    expect([...values]).toEqual([0, 1, 2, 3])
    expect(tried).toBe(300)
    expect(lines.length).toBe(30)
    values.forEach((value, at) => {
      expect(low[at]! <= mean[at]! && mean[at]! <= high[at]!).toBe(true)
      // Each row's log-odds rise by half a unit for each unit sold.
      for (const line of lines) expect(Math.log(line[at]! / (1 - line[at]!)) - Math.log(line[0]! / (1 - line[0]!))).toBeCloseTo(0.5 * value, 4)
    })
    // Missing counts as 0 in these graphs.
    expect(whereMissing).toBeCloseTo(mean[0]!, 6)
    expect(spread.counts.reduce((sum, count) => sum + count, 0) + spread.missing).toBe(spread.rows)
    expect(fractions.at(-1)).toBe(1)
  })

  it('a model that reads series sees the value on the row’s own day alone', async () => {
    const { lines } = await look<Dependence>({ kind: 'dependence', model: 'lstm', feature: 'sold_today', rows: { kind: 'all' } })
    for (const line of lines) expect(Math.log(line[3]! / (1 - line[3]!)) - Math.log(line[0]! / (1 - line[0]!))).toBeCloseTo(0.3, 4)
  })

  it('the combination follows its models, and a feature that none of them reads moves nothing', async () => {
    const { mean } = await look<Dependence>({ kind: 'dependence', model: 'combined', feature: 'sold_today', rows: { kind: 'all' } })
    expect(new Set(mean).size).toBe(4)
    const flat = await look<Dependence>({ kind: 'dependence', model: 'lgbm', feature: 'days_since_sale', rows: { kind: 'all' } })
    expect(new Set(flat.mean).size).toBe(1)
  })

  it('only alerts are tried where only alerts are asked for', async () => {
    const view = await engine.view({ model: 'xgb', scope: { kind: 'all' }, store: null, category: null, search: '', order: { column: 'probability', descending: true } })
    const threshold = view.probabilities[40]!
    const alerts = view.probabilities.filter((p) => p >= threshold).length
    const { rows: tried } = await look<Dependence>({ kind: 'dependence', model: 'xgb', feature: 'DailyBOH', rows: { kind: 'alerts', threshold } })
    expect(tried).toBe(Math.min(300, alerts))
    const none = await look<Dependence>({ kind: 'dependence', model: 'xgb', feature: 'DailyBOH', rows: { kind: 'alerts', threshold: 1 } })
    expect([none.rows, none.values.length, none.lines.length]).toEqual([0, 0, 0])
  })

  it('a model leans on what its graph reads and on nothing else, and loses precision without it', async () => {
    const { groups, features, phantom, rows: tried } = await look<Reliance>({ kind: 'reliance', model: 'lgbm', rows: { kind: 'all' } })
    expect(groups.slice(0, 2).map(({ key }) => key).sort()).toEqual(['record', 'sales'])
    expect(groups.slice(2).every(({ moved }) => moved === 0)).toBe(true)
    expect(features.slice(0, 2).map(({ key }) => key).sort()).toEqual(['DailyBOH', 'sold_today'])
    expect(features.slice(2).every(({ moved, precisionLost }) => moved === 0 && precisionLost === 0)).toBe(true)
    expect([phantom, tried]).toEqual([150, 300])
    expect(groups.some(({ precisionLost }) => precisionLost !== 0)).toBe(true)
  })

  it('a model that reads series is asked by groups alone', async () => {
    const { groups, features } = await look<Reliance>({ kind: 'reliance', model: 'lstm', rows: { kind: 'alerts', threshold: 0 } })
    expect([groups[0]!.key, features.length]).toEqual(['sales', 0])
    expect(groups[0]!.precisionLost).toBeNull()
  })

  it('a look that is cancelled settles as cancelled, and the next one is answered', async () => {
    const job = engine.insight({ kind: 'reliance', model: 'combined', rows: { kind: 'all' } }, () => job.cancel())
    expect(await job.done).toMatchObject({ ok: false, fault: { code: 'cancelled' } })
    expect((await look<Dependence>({ kind: 'dependence', model: 'rf', feature: 'DailyBOH', rows: { kind: 'all' } })).rows).toBe(300)
  })

  it('a model that does not stand is a fault with advice', async () => {
    expect(await engine.insight({ kind: 'reliance', model: 'none', rows: { kind: 'all' } }, ignore).done).toMatchObject({ ok: false, fault: { code: 'model-missing' } })
  })
})
