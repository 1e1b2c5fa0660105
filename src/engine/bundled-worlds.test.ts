import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { describe, expect, it, test } from 'vitest'
import { modelsFolder } from '../cli/node-files'
import { countsAt } from '../domain/metrics/counts-at'
import { rules } from '../domain/rules/catalog'
import { buildThresholdCurve } from '../domain/metrics/threshold-curve'
import { bundledRows, readBundledWorlds } from './bundled-worlds'

interface Head {
  readonly rows: number
  readonly models: readonly string[]
  readonly rules: Readonly<Record<string, unknown>>
}

const rule = { name: 'A rule', threshold: 3, scores: [5, 3, null], true_positives: [1, 2, 2], false_positives: [0, 1, 2] }
const head = {
  format_version: 2,
  rows: 4,
  models: ['lgbm', 'xgb'],
  positives: 2,
  runs: 3,
  items: 2,
  stores: 2,
  rate: { feature: 'held_rate', smallest: 0.5, ratio: 2 },
  price_unit: 0.01,
  categories: ['Dairy'],
  rules: { a: rule },
}

/** Two runs of one store-item, then one of another without a category. */
const body = new Uint8Array(
  Buffer.concat([
    Buffer.from(Float32Array.of(0.9, 0.25, 0.5, 0.125, 0.8, 0.2, 0.4, 0.1).buffer),
    // Store-item, store, first day, category, rows.
    Buffer.from(Int32Array.of(0, 0, 1, 0, 0, 1, 20_000, 20_400, 20_000, 0, 0, -1, 2, 1, 1).buffer),
    Buffer.from(Uint16Array.of(28, 30, 28, 90, 1, 2, 4, 0, 0, 199, 65_535, 1).buffer),
    Buffer.from(Uint8Array.of(1, 0, 1, 0)),
  ]),
)

const sourceOf = (described: unknown, bytes: Uint8Array<ArrayBuffer> | null) => ({
  read: (path: string) => Promise.resolve(path.endsWith('.json') ? new TextEncoder().encode(JSON.stringify(described)) : bytes),
})

describe('the bundled test worlds', () => {
  it('are read part by part', async () => {
    const worlds = (await readBundledWorlds(sourceOf(head, body)))!
    const rows = bundledRows(worlds)
    expect(rows).toMatchObject({ source: 'test-worlds', rows: 4, items: 2, stores: 2 })
    expect([...rows.scores.get('xgb')!]).toEqual([0.8, 0.2, 0.4, 0.1].map(Math.fround))
    expect([...rows.labels]).toEqual([1, 0, 1, 0])
    expect([...rows.item]).toEqual([0, 0, 0, 1])
    expect([...rows.store]).toEqual([0, 0, 0, 1])
    expect([...rows.daysSeen]).toEqual([28, 30, 28, 90])
    expect([...rows.day]).toEqual([20_027, 20_029, 20_427, 20_089])
    expect([...rows.unitsADay]).toEqual([0.5, expect.closeTo(1), expect.closeTo(4), NaN])
    expect([...rows.price]).toEqual([NaN, Math.fround(1.99), Math.fround(655.35), Math.fround(0.01)])
    expect(rows.groups.get('category')).toEqual({ names: ['Dairy', ''], code: Uint16Array.of(0, 0, 0, 1) })
  })

  it('hold the curve of every rule, its rows without an answer last', async () => {
    const { rules } = (await readBundledWorlds(sourceOf(head, body)))!
    expect(rules).toHaveLength(1)
    const { id, name, threshold, curve } = rules[0]!
    expect({ id, name, threshold }).toEqual({ id: 'a', name: 'A rule', threshold: 3 })
    expect(countsAt(curve, 3)).toEqual({ tp: 2, fp: 1, fn: 0, tn: 1 })
    expect(curve.scores.at(-1)).toBe(-Infinity)
    expect([curve.truePositives.at(-1), curve.falsePositives.at(-1)]).toEqual([curve.positives, curve.negatives])
  })

  it.each([
    ['of another format', { ...head, format_version: 1 }, body],
    ['of another length', head, body.slice(1)],
    ['with a rule whose counts are too few', { ...head, rules: { a: { ...rule, true_positives: [1] } } }, body],
    ['without the rows', head, null],
  ])('are not used %s', async (_, described, bytes) => {
    expect(await readBundledWorlds(sourceOf(described, bytes))).toBeNull()
  })
})

test('the worlds that ship are read, with the scores of every model and the curve of every rule', async () => {
  const read = async (path: string) => new Uint8Array(await readFile(join(modelsFolder, path)))
  const worlds = (await readBundledWorlds({ read }))!
  const described = JSON.parse(new TextDecoder().decode(await read('test-worlds.json'))) as Head
  const rows = bundledRows(worlds)
  expect(rows.rows).toBe(described.rows)
  expect(worlds.rules.map(({ id, name, threshold }) => ({ id, name, threshold }))).toEqual(rules.map(({ id, name, threshold }) => ({ id, name, threshold })))
  for (const model of described.models) expect(buildThresholdCurve(worlds.scores.get(model)!, worlds.labels).positives).toBe(worlds.rules[0]!.curve.positives)
  // Rows of a store-item stand together, day after day of one store, after four weeks of history.
  let broken = 0
  for (let row = 1; row < rows.rows; row++) {
    const step = rows.item[row]! - rows.item[row - 1]!
    if (step < 0 || step > 1 || (step === 0 && (rows.day[row]! <= rows.day[row - 1]! || rows.store[row] !== rows.store[row - 1]))) broken++
    if (rows.daysSeen[row]! < 28 || !(rows.unitsADay[row]! > 0)) broken++
  }
  expect(broken).toBe(0)
  expect(rows.item.at(-1)).toBe(rows.items - 1)
})
