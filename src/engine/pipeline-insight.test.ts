/** What a pipeline of another project makes of its own columns; its graph is a sum of three, so that it can be computed by hand. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRuntimeWasm } from '../cli/node-files'
import { logOdds } from '../domain/explain/log-odds'
import type { Dependence, InsightQuestion, Reliance } from '../domain/insight/insight-question'
import { drawnExtract } from '../testing/drawn-extract'
import { exportedFolder } from '../testing/exported/read-exported'
import { realmMakers } from '../testing/realm-workers'
import { toyModels } from '../testing/toy-models'
import type { Engine } from './engine'
import { InlineEngine } from './inline-engine'
import { WorkerEngine } from './worker-engine'

const ignore = () => undefined
/** Milliseconds; a busy machine takes its time to start workers. */
const patience = 60_000
const graph = (name: string) => new Uint8Array(readFileSync(new URL(`../testing/graphs/${name}.onnx`, import.meta.url)))
const makers = {
  inline: () => new InlineEngine({ wasm: readRuntimeWasm, source: toyModels() }),
  worker: () => new WorkerEngine({ make: realmMakers(), scorers: 2, wasm: readRuntimeWasm, source: toyModels() }),
} satisfies Record<string, () => Engine>
const all = { kind: 'all' } as const

describe.each(['inline', 'worker'] as const)('the %s engine looks into a pipeline', { timeout: patience }, (kind) => {
  let engine: Engine

  beforeAll(async () => {
    engine = makers[kind]()
    await engine.load()
    const file = new Blob([drawnExtract({ stores: 3, skus: 20, days: 60, labels: true })])
    const proposal = await engine.propose(file).done
    if (!proposal.ok) throw new Error(proposal.fault.sentence)
    await engine.open(file, proposal.value.dialect, proposal.value.mapping, ignore).done
    const wide = JSON.stringify({ id: 'wide', columns: ['units_sold', 'days_since_sale', 'price'] })
    const brought = [
      { path: 'sum/pipeline.onnx', blob: new Blob([graph('pipeline-columns')]) },
      { path: 'x/pipeline.onnx', blob: new Blob([graph('pipeline-wide')]) },
      { path: 'x/model.json', blob: new Blob([wide]) },
      ...exportedFolder('strict-texts').map(({ name, bytes }) => ({ path: `strict/${name}`, blob: new Blob([bytes]) })),
    ]
    const outcome = await engine.bring(brought).done
    expect(outcome.ok && outcome.value.map(({ usable }) => usable)).toEqual([true, true, true])
    await engine.score(ignore, ignore).done
  }, patience)
  afterAll(() => engine.dispose())

  async function look<Answer>(question: InsightQuestion): Promise<Answer> {
    const outcome = await engine.insight(question, ignore).done
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    return outcome.value as Answer
  }

  it('moves as its graph says where a whole number that it reads is another, and has no score without it', async () => {
    const { values, lines, rows, whereMissing, texts } = await look<Dependence>({ kind: 'dependence', model: 'sum', feature: 'units_sold', rows: all })
    expect([[...values], rows, texts]).toEqual([[0, 1, 2, 3], 300, null])
    // Far from certain alone, where single precision still tells log-odds apart.
    const telling = lines.filter((line) => Math.abs(logOdds(line[0]!)) < 8)
    expect(telling.length).toBeGreaterThan(5)
    for (const line of telling) values.forEach((value, at) => expect(logOdds(line[at]!) - logOdds(line[0]!)).toBeCloseTo(-0.25 * value, 2))
    expect(whereMissing).toBeNaN()
  })

  it('is tried on the texts of a column of texts, and without any', async () => {
    const { texts, mean, whereMissing, spread, values } = await look<Dependence>({ kind: 'dependence', model: 'sum', feature: 'category', rows: all })
    expect([texts, [...values]]).toEqual([['Dairy', 'Household'], [0, 1]])
    expect(mean[0]!).toBeGreaterThan(mean[1]!)
    // A category that the graph does not know counts as none.
    expect(whereMissing).toBeCloseTo(mean[1]!, 6)
    expect(spread.counts.reduce((sum, count) => sum + count, 0)).toBe(spread.rows)
  })

  it('moves with one of our features where it reads it, and with no column that it does not read', async () => {
    const { mean, values } = await look<Dependence>({ kind: 'dependence', model: 'wide', feature: 'days_since_sale', rows: all })
    expect(values.length).toBeGreaterThan(3)
    expect([...mean]).toEqual([...mean].sort((a, b) => b - a))
    expect(await engine.insight({ kind: 'dependence', model: 'wide', feature: 'on_hand', rows: all }, ignore).done).toMatchObject({ ok: false, fault: { code: 'unexpected' } })
  })

  it('leans on its own columns, the strongest first, and is asked column by column', async () => {
    const { groups, features, rows, phantom } = await look<Reliance>({ kind: 'reliance', model: 'sum', rows: all })
    expect([groups, rows, phantom]).toEqual([[], 300, 150])
    expect(features.map(({ key }) => key).sort()).toEqual(['DailyBOH', 'category', 'units_sold'])
    expect(features[0]!.key).toBe('DailyBOH')
    for (const { moved, precisionLost } of features) expect([moved > 0, Number.isFinite(precisionLost)]).toEqual([true, true])
    // Dairy or not is worth one point of log-odds, and half of the rows are.
    expect(features.find(({ key }) => key === 'category')!.moved).toBeLessThanOrEqual(1)
    expect(await look<Reliance>({ kind: 'reliance', model: 'sum', rows: all })).toMatchObject({ features })
  })

  it('leaves rows out that it refuses: an encoder that does not know a category, and an empty one', async () => {
    // Of the two categories of this extract it has learned one.
    const { texts, mean, whereMissing } = await look<Dependence>({ kind: 'dependence', model: 'strict', feature: 'category', rows: all })
    expect(texts).toEqual(['Dairy'])
    expect(mean[0]!).toBeGreaterThanOrEqual(0)
    expect(whereMissing).toBeNaN()
    const { features } = await look<Reliance>({ kind: 'reliance', model: 'strict', rows: all })
    expect(features.map(({ moved }) => Number.isFinite(moved))).toEqual([true, true])
  })

  it('is taken apart by its columns: each adds its distance from a typical row, as the graph weighs it', async () => {
    const view = await engine.view({ model: 'sum', scope: all, store: null, category: null, search: '', order: { column: 'day', descending: false } })
    const known = await engine.rows(view.rows)
    // Near the middle, where single precision still tells log-odds apart.
    const { row, onHand } = known.find(({ probabilities, onHand: units }) => Math.abs(logOdds(probabilities['sum']!)) < 6 && units < 12)!
    const { columns } = await engine.explain(row)
    const { base, score, shares } = columns['sum']!
    expect(shares.map(({ key }) => key)).toEqual(['DailyBOH', 'units_sold', 'category'])
    expect(shares.reduce((sum, { value }) => sum + value, base)).toBeCloseTo(score, 9)
    expect(shares[0]!.value).toBeLessThan(0)
    const typical = onHand - shares[0]!.value / 0.5
    expect(typical).toBeGreaterThan(onHand)
    // Whether a category is missing or unknown to its encoder, the row has a score or none, and no score no shares.
    expect(Object.keys(columns)).toContain('wide')
    const unknown = known.find(({ probabilities }) => Number.isNaN(probabilities['strict'] ?? NaN))!
    expect((await engine.explain(unknown.row)).columns['strict']).toBeUndefined()
  })

  it('says what it would make of a row with another record', async () => {
    const view = await engine.view({ model: 'sum', scope: all, store: null, category: null, search: '', order: { column: 'day', descending: false } })
    const [row] = await engine.rows(view.rows.slice(0, 1))
    const outcome = await engine.whatIf({ row: row!.row, scenario: { onHand: 2 } })
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    const before = logOdds(row!.probabilities['sum']!)
    expect(logOdds(outcome.value.probabilities['sum']!) - before).toBeCloseTo(0.5 * (2 - row!.onHand), 1)
  })
})
