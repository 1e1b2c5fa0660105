import { expect, test } from 'vitest'
import { featureNames } from '../domain/features/catalog'
import { buildFeatureContext } from '../domain/features/context'
import type { CombinedFormula } from '../domain/scoring/combined-score'
import { latestRows } from '../domain/scoring/latest-rows'
import { isScored } from '../domain/table/extract-table'
import { randomTable } from '../testing/random-table'
import type { BlockScores, BlockTask } from './block-scorer'
import type { Progress } from './engine'
import { breathe } from './jobs'
import { scoreExtract } from './score-extract'

test('after a block that failed no further block is scored', async () => {
  const table = randomTable({ seed: 1, stores: 4, skus: 100, days: 120 })
  let asked = 0
  const scorer = {
    async score(): Promise<BlockScores> {
      const first = asked++ === 0
      await breathe()
      if (first) throw new Error('the runtime gave up')
      return {}
    },
  }
  const work = { table, context: buildFeatureContext(table), models: [{ id: 'rf', reads: 'rows' }], combined: null, scorers: [scorer], scores: new Map(), rows: 'all' } as const
  const ignore = () => undefined
  await expect(scoreExtract(work, new AbortController().signal, ignore, ignore)).rejects.toThrow('the runtime gave up')
  const untilThen = asked
  expect(untilThen).toBeLessThan(4)
  for (let turn = 0; turn < 20; turn++) await breathe()
  expect(asked).toBe(untilThen)
})

test('models that read rows have the latest day before any series is read, and every row is scored once by each', async () => {
  const table = randomTable({ seed: 2, stores: 2, skus: 40, days: 90 })
  const asked: { readonly models: readonly string[]; readonly rows: number; readonly latestOf: readonly string[] }[] = []
  let latestOf: readonly string[] = []
  const scorer = {
    async score({ models, rows, values }: BlockTask): Promise<BlockScores> {
      asked.push({ models, rows: rows.length, latestOf })
      await breathe()
      return Object.fromEntries(models.map((id) => [id, new Float32Array(id === 'lstm' ? values.length / featureNames.length : rows.length).fill(0.5)]))
    },
  }
  const scores = new Map(['rf', 'lstm', 'combined'].map((id) => [id, new Float32Array(table.rowCount).fill(NaN)]))
  const models = [{ id: 'lstm', reads: 'series' }, { id: 'rf', reads: 'rows' }] as const
  const combined: CombinedFormula = { format_version: 1, id: 'combined', name: 'All', models: ['rf', 'lstm'], probability_limit: 1e-6, slope: 1, offset: 0, precision_floor_threshold: 0.9, precision_floor: 0.9, offered: true }
  const told: (readonly string[])[] = []
  await scoreExtract({ table, context: buildFeatureContext(table), models, combined, scorers: [scorer], scores, rows: 'all' }, new AbortController().signal, () => undefined, (ids) => {
    told.push(ids)
    latestOf = ids
  })
  expect(told).toEqual([['rf'], ['rf', 'lstm', 'combined']])
  const latest = latestRows(table)
  expect(asked.filter((task) => task.latestOf.length === 0).every((task) => task.models.join() === 'rf')).toBe(true)
  expect(asked.filter((task) => task.latestOf.length === 0).reduce((sum, task) => sum + task.rows, 0)).toBe(latest.filter((row) => isScored(table, row)).length)
  for (const [id, given] of scores) expect([id, given.filter((score) => !Number.isNaN(score)).length]).toEqual([id, given.filter((_, row) => isScored(table, row)).length])
})

test('the memory of a block travels with it, comes back and holds the next block', async () => {
  const table = randomTable({ seed: 3, stores: 6, skus: 100, days: 120 })
  const home = new Set<ArrayBuffer>()
  let strange = 0
  let blocks = 0
  const scorer = {
    async score({ models, rows, values }: BlockTask, giveBack?: (room: ArrayBuffer) => void): Promise<BlockScores> {
      blocks++
      if (!home.delete(values.buffer as ArrayBuffer)) strange++
      // As between workers: what comes back is another object, and the one that was sent is empty.
      const { room } = structuredClone({ room: values.buffer as ArrayBuffer }, { transfer: [values.buffer as ArrayBuffer] })
      await breathe()
      home.add(room)
      giveBack?.(room)
      return Object.fromEntries(models.map((id) => [id, new Float32Array(rows.length)]))
    },
  }
  const work = { table, context: buildFeatureContext(table), models: [{ id: 'rf', reads: 'rows' }], combined: null, scorers: [scorer], scores: new Map([['rf', new Float32Array(table.rowCount)]]), rows: 'all' } as const
  await scoreExtract(work, new AbortController().signal, () => undefined, () => undefined)
  expect(blocks).toBeGreaterThan(8)
  // Two blocks are under way at once; no other memory was ever taken.
  expect(strange).toBe(2)
})

const formula: CombinedFormula = { format_version: 1, id: 'combined', name: 'All', models: ['rf', 'lstm'], probability_limit: 1e-6, slope: 1, offset: 0, precision_floor_threshold: 0.9, precision_floor: 0.9, offered: true }
const forest = { id: 'rf', reads: 'rows' } as const
const network = { id: 'lstm', reads: 'series' } as const

/** Gives .5 for everything that it is asked. */
const halves = {
  async score({ models, rows, values, withSeries }: BlockTask): Promise<BlockScores> {
    await breathe()
    const asked = models.filter((id) => (id === 'lstm' ? withSeries : rows.length > 0))
    return Object.fromEntries(asked.map((id) => [id, new Float32Array(id === 'lstm' ? values.length / featureNames.length : rows.length).fill(0.5)]))
  },
}

const jobs = [
  { name: 'rows and series, all rows', models: [forest, network], rows: 'all', scored: { rf: 'all', lstm: 'all', combined: 'all' }, told: [['rf'], ['rf', 'lstm', 'combined']] },
  { name: 'rows and series, the latest', models: [forest, network], rows: 'latest', scored: { rf: 'latest', lstm: 'all', combined: 'latest' }, told: [['rf'], ['rf', 'lstm', 'combined']] },
  { name: 'rows alone, all rows', models: [forest], rows: 'all', scored: { rf: 'all', lstm: 'none', combined: 'none' }, told: [['rf']] },
  { name: 'rows alone, the latest', models: [forest], rows: 'latest', scored: { rf: 'latest', lstm: 'none', combined: 'none' }, told: [['rf']] },
  { name: 'series alone, all rows', models: [network], rows: 'all', scored: { rf: 'none', lstm: 'all', combined: 'none' }, told: [['lstm']] },
  { name: 'series alone, the latest', models: [network], rows: 'latest', scored: { rf: 'none', lstm: 'all', combined: 'none' }, told: [['lstm']] },
] as const

test.each(jobs)('$name: every row is scored by whom it should be, and the count of rows ends where it should', async ({ models, rows, scored, told }) => {
  const table = randomTable({ seed: 4, stores: 3, skus: 30, days: 120 })
  const scores = new Map(['rf', 'lstm', 'combined'].map((id) => [id, new Float32Array(table.rowCount).fill(NaN)]))
  const heard: (readonly string[])[] = []
  const progress: Progress[] = []
  const work = { table, context: buildFeatureContext(table), models, combined: formula, scorers: [halves, halves], scores, rows }
  await scoreExtract(work, new AbortController().signal, (step) => progress.push(step), (ids) => heard.push(ids))
  expect(heard).toEqual(told)
  const latest = new Set(latestRows(table))
  const due = { all: (row: number) => isScored(table, row), latest: (row: number) => isScored(table, row) && latest.has(row), none: () => false }
  for (const [id, given] of scores) {
    const isDue = due[scored[id as keyof typeof scored]]
    expect([id, given.findIndex((score, row) => Number.isNaN(score) === isDue(row))]).toEqual([id, -1])
  }
  const last = progress.at(-1)
  if (last?.step !== 'scoring') throw new Error('no progress was told')
  const whole = Array.from({ length: table.rowCount }, (_, row) => row).filter(due[rows]).length
  expect([last.fraction, last.rowsDone, last.rowsToDo]).toEqual([1, whole, whole])
  expect(progress.every((step, i) => i === 0 || step.fraction >= progress[i - 1]!.fraction)).toBe(true)
})

test('a model of the combination that is removed meanwhile leaves rows without a combined score, and the others go on', async () => {
  const table = randomTable({ seed: 6, stores: 2, skus: 20, days: 60 })
  const scores = new Map(['rf', 'lstm', 'combined'].map((id) => [id, new Float32Array(table.rowCount).fill(NaN)]))
  const work = { table, context: buildFeatureContext(table), models: [forest, network], combined: formula, scorers: [halves], scores, rows: 'all' } as const
  await scoreExtract(work, new AbortController().signal, () => undefined, () => scores.delete('lstm'))
  expect(scores.get('combined')!.every(Number.isNaN)).toBe(true)
  expect(scores.get('rf')!.some((score) => score === 0.5)).toBe(true)
})
